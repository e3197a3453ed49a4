/** A file from an address that the user gave, fetched when the user asks and at no other time. */

import { type KeptFile, MAX_FILE } from './settings.ts';
import { originOf, pattern } from './sites.ts';

/** Timeout of a fetch, in milliseconds. */
const TIMEOUT = 20_000;

export type Refused = { refused: 'notAllowed' | 'tooLarge' } | { refused: 'notFetched'; reason: string };

/** Fetches a file. The browser asks the user for the address first; the permission is given back afterwards. */
export async function fetchFile(address: string): Promise<KeptFile | (Refused & { reason?: string })> {
    const origin = originOf(address);
    if (origin === null) {
        return { refused: 'notFetched', reason: address };
    }
    const had = await chrome.permissions.contains({ origins: [pattern(origin)] });
    if (!had && !(await chrome.permissions.request({ origins: [pattern(origin)] }))) {
        return { refused: 'notAllowed' };
    }
    try {
        const response = await fetch(address, {
            credentials: 'omit',
            cache: 'no-store',
            referrerPolicy: 'no-referrer',
            signal: AbortSignal.timeout(TIMEOUT),
        });
        if (!response.ok) {
            return { refused: 'notFetched', reason: `HTTP ${response.status}` };
        }
        const text = await bounded(response);
        if (text === null) {
            return { refused: 'tooLarge' };
        }
        const name = new URL(address).pathname.split('/').at(-1) ?? '';
        return { name: name === '' ? origin : name, url: address, text, readAt: new Date().toISOString() };
    } catch (error) {
        return { refused: 'notFetched', reason: error instanceof Error ? error.message : String(error) };
    } finally {
        if (!had) {
            await chrome.permissions.remove({ origins: [pattern(origin)] }).catch(() => false);
        }
    }
}

/** The text of an answer, or null if it is longer than a file may be. */
async function bounded(response: Response): Promise<string | null> {
    const decoder = new TextDecoder();
    let text = '';
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); reader && part && !part.done; part = await reader.read()) {
        text += decoder.decode(part.value, { stream: true });
        if (text.length > MAX_FILE) {
            await reader.cancel();
            return null;
        }
    }
    return text + decoder.decode();
}
