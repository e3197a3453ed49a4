/** The item in the status bar: how the server is, and how many marks the article has. */

import {
    Disposable,
    languages,
    MarkdownString,
    StatusBarAlignment,
    type StatusBarItem,
    ThemeColor,
    type Uri,
    window,
} from 'vscode';
import { say } from './say.ts';
import { LANGUAGES } from './server/client.ts';
import type { State, Supervisor } from './server/supervisor.ts';

/** The name under which the server's marks are shown. */
export const SOURCE = 'vartani';

/** Keeps the item as it should be. */
export function showStatus(supervisor: Supervisor): { item: StatusBarItem; watching: Disposable } {
    const item = window.createStatusBarItem('vartani.status', StatusBarAlignment.Right, 100);
    item.name = 'vartani';
    const update = (): void => {
        draw(item, supervisor.state);
    };
    const watching = Disposable.from(
        item,
        supervisor.onDidChange(update),
        languages.onDidChangeDiagnostics(update),
        window.onDidChangeActiveTextEditor(update),
    );
    update();
    return { item, watching };
}

function draw(item: StatusBarItem, state: State): void {
    const document = window.activeTextEditor?.document;
    const isArticle = document !== undefined && LANGUAGES.includes(document.languageId);
    if (!isArticle && state.kind !== 'failed') {
        item.hide();
        return;
    }
    item.command =
        state.kind === 'failed' || state.kind === 'stopped' ? 'vartani.showLog' : 'workbench.actions.view.problems';
    item.backgroundColor = state.kind === 'failed' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    const [icon, sentence] = describe(state, document?.uri);
    item.text = `${icon} वर्तनी`;
    if (state.kind === 'running' && document !== undefined) {
        const marks = countMarks(document.uri);
        item.text += marks === 0 ? '' : ` ${marks}`;
    }
    item.tooltip = tooltip(sentence);
    item.accessibilityInformation = { label: `vartani: ${sentence}` };
    item.show();
}

function describe(state: State, uri: Uri | undefined): [string, string] {
    switch (state.kind) {
        case 'starting':
            return ['$(loading~spin)', say('vartani is starting')];
        case 'stopped':
            return ['$(circle-slash)', say('vartani is stopped')];
        case 'failed':
            return ['$(error)', state.sentence];
        case 'running': {
            const marks = uri === undefined ? 0 : countMarks(uri);
            return marks === 0
                ? ['$(check)', say('No marks in this article (vartani {0})', state.version)]
                : ['$(warning)', say('Marks in this article: {0} (vartani {1})', marks, state.version)];
        }
    }
}

function countMarks(uri: Uri): number {
    return languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE).length;
}

function tooltip(sentence: string): MarkdownString {
    const links = [
        [say('Restart'), 'vartani.restartServer'],
        [say('Show log'), 'vartani.showLog'],
        [say('Choose dateline'), 'vartani.chooseDateline'],
    ].map(([title, command]) => `[${title}](command:${command})`);
    const text = new MarkdownString('', true);
    text.isTrusted = true;
    text.appendText(sentence);
    text.appendMarkdown(`\n\n${links.join(' · ')}`);
    return text;
}
