/** Applies the fixes that cannot change the meaning to the article in front. */

import {
    CodeAction,
    CodeActionKind,
    commands,
    Range,
    type TextDocument,
    type TextEdit,
    window,
    workspace,
} from 'vscode';
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
    const edits = edit.get(document.uri);
    const said = changes(document, edits);
    const isDone = await workspace.applyEdit(edit);
    if (isDone) {
        const more = edits.length > SHOWN ? ' …' : '';
        tell(
            'information',
            say('Safe fixes made: {0} ({1}). Undo takes them back.', edits.length, said.join(', ') + more),
            {
                title: say('Show the other marks'),
                command: 'workbench.actions.view.problems',
            },
        );
    }
    return isDone;
}

/** So many changes are told in words. */
const SHOWN = 3;

/** The first changes with the words they are made in: “अाज” → “आज”. */
function changes(document: TextDocument, edits: TextEdit[]): string[] {
    return edits.slice(0, SHOWN).map(({ range, newText }) => {
        const word = document.getWordRangeAtPosition(range.start, /\S+/) ?? range;
        const whole = word.union(range);
        const before = document.getText(new Range(whole.start, range.start));
        const after = document.getText(new Range(range.end, whole.end));
        return `“${document.getText(whole)}” → “${before}${newText}${after}”`;
    });
}
