/** The item in the status bar: how the server is, and how many marks of the article the Problems view shows. */

import {
    type Diagnostic,
    DiagnosticSeverity,
    Disposable,
    languages,
    MarkdownString,
    StatusBarAlignment,
    type StatusBarItem,
    type TextDocument,
    ThemeColor,
    window,
    workspace,
} from 'vscode';
import { isEnabled } from './enabled.ts';
import { say } from './say.ts';
import { LANGUAGES } from './languages.ts';
import type { State, Supervisor } from './server/supervisor.ts';
import { SECTION } from './settings.ts';

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
        workspace.onDidChangeConfiguration(change => {
            if (change.affectsConfiguration(SECTION)) {
                update();
            }
        }),
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
    const isOff = document !== undefined && isArticle && !isEnabled(document);
    item.command = isOff ? SETTING : COMMANDS[state.kind];
    item.backgroundColor = state.kind === 'failed' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    const marks = isArticle && !isOff && state.kind === 'running' ? countMarks(document) : NONE;
    const [icon, sentence] =
        isOff && state.kind !== 'failed'
            ? ['$(circle-slash)', say('This article is not checked: the setting vartani.enable is off here')]
            : describe(state, marks);
    item.text = marks.shown === 0 ? `${icon} वर्तनी` : `${icon} वर्तनी ${marks.shown}`;
    item.tooltip = tooltip(sentence);
    item.accessibilityInformation = { label: `vartani: ${sentence}` };
    item.show();
}

const SETTING = { title: '', command: 'workbench.action.openSettings', arguments: ['vartani.enable'] };
const COMMANDS: Record<State['kind'], string> = {
    failed: 'vartani.showLog',
    stopped: 'vartani.showLog',
    starting: 'workbench.actions.view.problems',
    running: 'workbench.actions.view.problems',
};

function describe(state: State, marks: Marks): [string, string] {
    switch (state.kind) {
        case 'starting':
            return ['$(loading~spin)', say('vartani is starting')];
        case 'stopped':
            return ['$(circle-slash)', say('vartani is stopped')];
        case 'failed':
            return ['$(error)', state.sentence];
        case 'running': {
            const hints = marks.hints === 0 ? '' : ` ${say('Hints, only in the text: {0}.', marks.hints)}`;
            return marks.shown === 0
                ? ['$(check)', say('No marks of this article in Problems (vartani {0}).', state.version) + hints]
                : [
                      '$(warning)',
                      say(
                          'Marks of this article in Problems: {0} (errors {1}, warnings {2}, notes {3}; vartani {4}).',
                          marks.shown,
                          marks.errors,
                          marks.warnings,
                          marks.notes,
                          state.version,
                      ) + hints,
                  ];
        }
    }
}

/** The marks of an article: those that the Problems view shows, and the hints that it never shows. */
interface Marks {
    shown: number;
    errors: number;
    warnings: number;
    notes: number;
    hints: number;
}

const NONE: Marks = { shown: 0, errors: 0, warnings: 0, notes: 0, hints: 0 };

function countMarks({ uri }: TextDocument): Marks {
    const ours = languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
    const of = (wanted: DiagnosticSeverity): number =>
        ours.filter(({ severity }: Diagnostic) => severity === wanted).length;
    const [errors, warnings, notes, hints] = [
        of(DiagnosticSeverity.Error),
        of(DiagnosticSeverity.Warning),
        of(DiagnosticSeverity.Information),
        of(DiagnosticSeverity.Hint),
    ];
    return { shown: errors + warnings + notes, errors, warnings, notes, hints };
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
