/** Where articles are checked: `vartani.enable`, for everything, for a folder, or for a language. */

import { type TextDocument, type Uri, workspace } from 'vscode';
import { SECTION } from './settings.ts';

/** The languages of files that are not open. */
const BY_EXTENSION: Record<string, string> = {
    txt: 'plaintext',
    md: 'markdown',
    markdown: 'markdown',
    html: 'html',
    htm: 'html',
};

/** Whether a document is an article that is checked. */
export function isEnabled(document: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
    return workspace.getConfiguration(SECTION, document).get<boolean>('enable', true);
}

/** Whether a file is checked, open or not. */
export function isFileEnabled(uri: Uri): boolean {
    const open = workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    const extension = /\.(\w+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? '';
    return isEnabled(open ?? { uri, languageId: BY_EXTENSION[extension] ?? 'plaintext' });
}
