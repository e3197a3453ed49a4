/** What the user has set, as far as the extension itself needs it; the server asks for its own part. */

import { workspace } from 'vscode';

/** The section of all settings. */
export const SECTION = 'vartani';

/** The settings that the extension reads. */
export interface Settings {
    /** The language of messages. */
    locale: 'hi' | 'en' | undefined;
    /** The day articles are written, as 2025-03-12, or empty. */
    dateline: string;
    /** Whether the server tells of closed articles too. */
    workspaceDiagnostics: boolean;
    /** So many words are read in a minute; 0 if nobody wants to know. */
    wordsPerMinute: number;
    /** Another server than the one that came along, or empty. */
    serverPath: string;
}

/** The settings as they are now. */
export function settings(): Settings {
    const section = workspace.getConfiguration(SECTION);
    return {
        locale: section.get<'hi' | 'en' | null>('locale') ?? undefined,
        dateline: section.get<string>('dateline', '').trim(),
        workspaceDiagnostics: section.get<boolean>('workspaceDiagnostics', true),
        wordsPerMinute: section.get<number>('wordsPerMinute', 200),
        serverPath: section.get<string>('server.path', '').trim(),
    };
}
