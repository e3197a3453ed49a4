/** What the user has chosen: kept in this browser's storage for extensions, and nowhere else. */

import type { Locale, NamedText, NewsroomFiles } from '../../src/types.ts';

/** A file of the newsroom, and where it came from. */
export interface KeptFile extends NamedText {
    /** The address that the user gave, if it came from the web. */
    url?: string;
    /** When it was read, as an ISO time. */
    readAt: string;
}

export interface Settings {
    locale: Locale;
    /** The origins where the user has switched vartani on. */
    sites: string[];
    config: KeptFile | null;
    actors: KeptFile[];
    dictionary: KeptFile | null;
}

/** Maximum size of a file, in characters: storage for extensions holds 10 MB. */
export const MAX_FILE = 2_000_000;

const DEFAULTS: Settings = { locale: 'hi', sites: [], config: null, actors: [], dictionary: null };

export async function settings(): Promise<Settings> {
    return { ...DEFAULTS, ...(await chrome.storage.local.get<Partial<Settings>>(DEFAULTS)) };
}

export async function keep(changes: Partial<Settings>): Promise<void> {
    await chrome.storage.local.set(changes);
}

/** The files as the checker takes them. */
export function newsroomFiles({ config, actors, dictionary }: Settings): NewsroomFiles {
    return {
        ...(config && { config: { name: config.name, text: config.text } }),
        actors: actors.map(({ name, text }) => ({ name, text })),
        ...(dictionary && { dictionary: dictionary.text }),
    };
}
