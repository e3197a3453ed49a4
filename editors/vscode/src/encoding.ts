/** Says so where a file was opened in another encoding than its own: its letters cannot be read then. */

import { type Disposable, type TextDocument, workspace } from 'vscode';
import { say } from './say.ts';
import { LANGUAGES } from './languages.ts';
import { tell } from './tell.ts';

/** So much is looked at; a wrong encoding shows at once. */
const LOOKED_AT = 4096;

/** One bad letter in twenty is no accident. */
const TOLERATED = 1 / 20;

/** Tells of every such file when it is opened. */
export function watchEncodings(): Disposable {
    workspace.textDocuments.forEach(look);
    return workspace.onDidOpenTextDocument(look);
}

function look(document: TextDocument): void {
    if (document.uri.scheme === 'file' && LANGUAGES.includes(document.languageId) && isGarbled(document.getText())) {
        tell(
            'warning',
            say(
                'This file was read in the wrong encoding, so it cannot be checked: {0}',
                workspace.asRelativePath(document.uri),
            ),
            {
                title: say('Choose encoding'),
                command: 'workbench.action.editor.changeEncoding',
            },
        );
    }
}

/** Whether so many letters were lost in decoding that the text was read wrongly. */
export function isGarbled(text: string): boolean {
    const start = text.slice(0, LOOKED_AT);
    const lost = start.match(/[\uFFFD\0]/g)?.length ?? 0;
    return lost > start.length * TOLERATED;
}
