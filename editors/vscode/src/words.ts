/** A second item in the status bar: how many words the article, or what is selected of it, has, and how long they take to read. */

import {
    Disposable,
    MarkdownString,
    StatusBarAlignment,
    type StatusBarItem,
    type TextEditor,
    window,
    workspace,
} from 'vscode';
import { isEnabled } from './enabled.ts';
import { say } from './say.ts';
import { LANGUAGES } from './languages.ts';
import { SECTION, settings } from './settings.ts';

/** A pause in typing, in milliseconds, after which words are counted. */
const PAUSE = 300;

/** Keeps the item as it should be. */
export function showWords(): { item: StatusBarItem; watching: Disposable } {
    const item = window.createStatusBarItem('vartani.words', StatusBarAlignment.Right, 99);
    item.name = 'vartani: शब्द · words';
    let timer: NodeJS.Timeout | undefined;
    const update = (): void => {
        clearTimeout(timer);
        draw(item, window.activeTextEditor);
    };
    const later = (): void => {
        clearTimeout(timer);
        timer = setTimeout(update, PAUSE);
    };
    const watching = Disposable.from(
        item,
        new Disposable(() => {
            clearTimeout(timer);
        }),
        window.onDidChangeActiveTextEditor(update),
        window.onDidChangeTextEditorSelection(later),
        workspace.onDidChangeTextDocument(({ document }) => {
            if (document === window.activeTextEditor?.document) {
                later();
            }
        }),
        workspace.onDidChangeConfiguration(change => {
            if (change.affectsConfiguration(SECTION)) {
                update();
            }
        }),
    );
    update();
    return { item, watching };
}

function draw(item: StatusBarItem, editor: TextEditor | undefined): void {
    const { wordsPerMinute } = settings();
    const document = editor?.document;
    if (
        editor === undefined ||
        document === undefined ||
        wordsPerMinute === 0 ||
        !LANGUAGES.includes(document.languageId) ||
        !isEnabled(document)
    ) {
        item.hide();
        return;
    }
    const selected = editor.selections.filter(selection => !selection.isEmpty).map(range => document.getText(range));
    const words = countWords(selected.length > 0 ? selected.join('\n') : document.getText(), document.languageId);
    const minutes = Math.max(1, Math.round(words / wordsPerMinute));
    item.text = say('{0} words · {1} min', words, minutes);
    item.tooltip = new MarkdownString(
        selected.length > 0
            ? say('Words that are selected: {0}', words)
            : say(
                  'Words in this article: {0}. Reading time at {1} words a minute: {2} min',
                  words,
                  wordsPerMinute,
                  minutes,
              ),
    );
    item.command = { title: '', command: 'workbench.action.openSettings', arguments: ['vartani.wordsPerMinute'] };
    item.show();
}

/** A word with its hyphens and apostrophes, a number with its commas. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u200C\u200D]|[-’'.,:/](?=[\p{L}\p{N}]))*/gu;

/** The words of an article, without its markup and front matter. */
export function countWords(text: string, languageId: string): number {
    return prose(text, languageId).match(WORD)?.length ?? 0;
}

function prose(text: string, languageId: string): string {
    if (languageId === 'plaintext') {
        return text;
    }
    const bare = text
        .replace(/^\uFEFF?---\r?\n[^]*?\n---\r?$/m, front =>
            text.trimStart().startsWith(front.trimStart()) ? ' ' : front,
        )
        .replace(/<!--[^]*?-->|<(script|style)\b[^]*?<\/\1>|<\/?[a-z!][^>]*>|&#?\w+;/gi, ' ');
    return languageId === 'markdown' ? bare.replace(/\]\([^)\s]*\)/g, '] ') : bare;
}
