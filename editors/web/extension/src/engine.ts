/**
 * The one checker for all tabs. The background ends when nobody asks for half a minute, and the checker with it; it is
 * started again by the next question, and pages that find their documents gone open them again.
 */

import { createChecker } from '../../src/index.ts';
import type { Checker, Locale } from '../../src/types.ts';
import type { Configured } from './messages.ts';
import { newsroomFiles, settings } from './settings.ts';

let started: Promise<Checker> | null = null;
let locale: Locale = 'hi';

/** The checker, with the newsroom's files. A failure is tried again with the next question. */
export function engine(): Promise<Checker> {
    started ??= start().catch((error: unknown) => {
        started = null;
        throw error;
    });
    return started;
}

/** Takes the settings as they are now, and tells what is wrong with the files. */
export async function configure(): Promise<Configured> {
    try {
        const kept = await settings();
        ({ locale } = kept);
        return { faults: await (await engine()).configure({ locale, ...newsroomFiles(kept) }), error: null };
    } catch (error) {
        return { faults: [], error: error instanceof Error ? error.message : String(error) };
    }
}

export function currentLocale(): Locale {
    return locale;
}

async function start(): Promise<Checker> {
    const kept = await settings();
    ({ locale } = kept);
    const checker = await createChecker({ wasm: chrome.runtime.getURL('vartani.wasm'), locale });
    await checker.configure({ locale, ...newsroomFiles(kept) });
    return checker;
}
