/** Which rule: that of a mark at the caret first. */

import { languages, type QuickPickItem, window } from 'vscode';
import { inLocale } from '../rule-page.ts';
import { say } from '../say.ts';
import { run } from '../server/run.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { SOURCE } from '../status.ts';
import { tell } from '../tell.ts';

/** The code of the rule that the user picks. */
export async function chooseRule(supervisor: Supervisor): Promise<string | undefined> {
    const { binary } = supervisor;
    if (binary === undefined) {
        tell('error', say('There is no vartani program to ask.'));
        return undefined;
    }
    const { stdout } = await run(binary.path, ['rules', ...inLocale()]);
    const here = rulesAtCaret();
    const items = parseRules(stdout).map(item =>
        here.includes(item.label) ? { ...item, description: say('marked here') } : item,
    );
    const sorted = [...items.filter(item => item.description), ...items.filter(item => !item.description)];
    const chosen = await window.showQuickPick(sorted, {
        placeHolder: say('Which rule?'),
        matchOnDetail: true,
    });
    return chosen?.label;
}

/** The rules of a listing: code, severity and sentence in columns. */
export function parseRules(listing: string): QuickPickItem[] {
    return listing.split('\n').flatMap(line => {
        const [, label, detail] = /^(\S+\/\S+)\s+\S+\s+(.*)$/.exec(line) ?? [];
        return label !== undefined && detail !== undefined ? [{ label, detail }] : [];
    });
}

/** The codes of the rules of marks at the caret. */
export function rulesAtCaret(): string[] {
    const editor = window.activeTextEditor;
    if (editor === undefined) {
        return [];
    }
    return languages
        .getDiagnostics(editor.document.uri)
        .filter(({ source, range }) => source === SOURCE && range.contains(editor.selection.active))
        .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}
