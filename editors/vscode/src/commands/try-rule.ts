/** Shows in a terminal what a rule marks in a folder: the rule of the line in vartani.toml, or of a mark at the caret, first. */

import {
    ProcessExecution,
    Task,
    type TaskExecution,
    TaskRevealKind,
    TaskScope,
    Uri,
    tasks,
    window,
    workspace,
} from 'vscode';
import { ruleOfLine } from '../config-rule.ts';
import { inLocale } from '../rule-page.ts';
import { say } from '../say.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { tell } from '../tell.ts';
import { chooseRule, rulesAtCaret } from './choose-rule.ts';
import { chooseFolder } from './folders.ts';

/** Returns what runs, or `undefined` if nothing does. */
export async function tryRule(supervisor: Supervisor, rule?: string, given?: Uri): Promise<TaskExecution | undefined> {
    const { binary } = supervisor;
    if (binary === undefined) {
        tell('error', say('There is no vartani program to ask.'));
        return undefined;
    }
    const config = workspace.textDocuments.find(it => it.isDirty && isConfig(it.uri));
    if (config !== undefined) {
        tell(
            'information',
            say('Save {0} first: a rule is tried as the file has it.', workspace.asRelativePath(config.uri)),
        );
        return undefined;
    }
    const chosen = rule ?? ruleHere() ?? (await chooseRule(supervisor));
    if (chosen === undefined) {
        return undefined;
    }
    const folder = given ?? folderOfConfig() ?? (await chooseFolder(say('In which folder?')));
    return folder && inTerminal(binary.path, chosen, folder);
}

function inTerminal(program: string, rule: string, folder: Uri): Thenable<TaskExecution> {
    const trial = ['try', rule, '--on', folder.fsPath, ...inLocale()];
    // A rule of the newsroom's own is one of the vartani.toml of the folder
    const execution = new ProcessExecution(program, trial, { cwd: folder.fsPath });
    const scope = workspace.getWorkspaceFolder(folder) ?? TaskScope.Workspace;
    const task = new Task({ type: 'vartani' }, scope, say('{0} on trial', rule), 'vartani', execution, []);
    task.presentationOptions = { reveal: TaskRevealKind.Always, clear: true };
    return tasks.executeTask(task);
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
