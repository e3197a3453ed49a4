/** Applies the fixes that cannot change the meaning to the article in front. */

import { CodeAction, CodeActionKind, commands, Range, window, workspace } from 'vscode';
import { say } from '../say.ts';
import { tell } from '../tell.ts';

const FIX_ALL = CodeActionKind.SourceFixAll.append('vartani');

/** Returns whether something was changed. */
export async function fixArticle(): Promise<boolean> {
    const document = window.activeTextEditor?.document;
    if (document === undefined) {
        tell('information', say('Open an article first.'));
        return false;
    }
    const everything = document.validateRange(new Range(0, 0, document.lineCount, 0));
    const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        everything,
        FIX_ALL.value,
        1,
    );
    const edit = actions.find(action => action.kind && FIX_ALL.contains(action.kind))?.edit;
    if (edit === undefined) {
        tell('information', say('There are no safe fixes here: look at the marks one by one.'));
        return false;
    }
    return workspace.applyEdit(edit);
}
