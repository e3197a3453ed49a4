/** Shows what a rule marks in a folder: the rule of the line in vartani.toml, or of a mark at the caret, first. */

import { type OutputChannel, Uri, window, workspace } from 'vscode';
import { ruleOfLine } from '../config-rule.ts';
import { inLocale } from '../rule-page.ts';
import { say } from '../say.ts';
import { firstLine, runCancellable } from '../server/cancellable.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { tell } from '../tell.ts';
import { chooseRule, rulesAtCaret } from './choose-rule.ts';
import { chooseFolder } from './folders.ts';

/** Returns what is shown, or `undefined` if nothing is. */
export async function tryRule(
    supervisor: Supervisor,
    output: OutputChannel,
    rule?: string,
    given?: Uri,
): Promise<string | undefined> {
    const { binary } = supervisor;
    if (binary === undefined) {
        tell('error', say('There is no vartani program to ask.'));
        return undefined;
    }
    const config = workspace.textDocuments.find(it => it.isDirty && isConfig(it.uri));
    if (config !== undefined) {
        const name = workspace.asRelativePath(config.uri);
        tell('information', say('Save {0} first: a rule is tried as the file has it.', name));
        return undefined;
    }
    const chosen = rule ?? ruleHere() ?? (await chooseRule(supervisor));
    if (chosen === undefined) {
        return undefined;
    }
    const folder = given ?? folderOfConfig() ?? (await chooseFolder(say('In which folder?')));
    return folder && show(binary.path, chosen, folder, output);
}

/** The first marks are shown while the rest is read. */
async function show(program: string, rule: string, folder: Uri, output: OutputChannel): Promise<string | undefined> {
    output.clear();
    output.show(true);
    const trial = ['try', rule, '--on', folder.fsPath, ...inLocale()];
    const outcome = await runCancellable(say('vartani tries {0}', rule), program, trial, {
        // A rule of the newsroom's own is one of the vartani.toml of the folder
        folder: folder.fsPath,
        onOutput: text => {
            output.append(text);
        },
    });
    if (outcome === undefined) {
        return undefined;
    }
    output.append(outcome.stderr);
    // 1: there are marks
    if (outcome.code !== 0 && outcome.code !== 1) {
        tell('error', say('{0} could not be tried: {1}', rule, firstLine(outcome.stderr)));
    }
    return outcome.stdout;
}

/** The folder for which the vartani.toml in front holds. */
function folderOfConfig(): Uri | undefined {
    const uri = window.activeTextEditor?.document.uri;
    return uri?.scheme === 'file' && isConfig(uri) ? Uri.joinPath(uri, '..') : undefined;
}

function ruleHere(): string | undefined {
    const editor = window.activeTextEditor;
    if (editor === undefined || !isConfig(editor.document.uri)) {
        const [only, ...others] = new Set(rulesAtCaret());
        return others.length === 0 ? only : undefined;
    }
    return ruleOfLine(editor.document.getText().split(/\r?\n/), editor.selection.active.line);
}

function isConfig(uri: Uri): boolean {
    return uri.path.endsWith('/vartani.toml');
}
