/** Sentences in a corner of the window, each with a button to the log. */

import { commands, window } from 'vscode';
import { say } from './say.ts';

/** A button and the command behind it. */
export interface Button {
    title: string;
    command: string;
    arguments?: unknown[];
}

/** How loud a sentence is. */
export type Tone = 'error' | 'warning' | 'information';

type Listener = (sentence: string) => void;
const listeners = new Set<Listener>();

/** Has a test hear what is told; returns the way to stop. */
export function hear(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Shows a sentence, with buttons, and does not wait for anybody to read it. */
export function tell(tone: Tone, sentence: string, ...buttons: Button[]): void {
    listeners.forEach(listener => {
        listener(sentence);
    });
    const offered =
        tone === 'information' ? buttons : [...buttons, { title: say('Show log'), command: 'vartani.showLog' }];
    const show = {
        error: window.showErrorMessage,
        warning: window.showWarningMessage,
        information: window.showInformationMessage,
    }[tone];
    void show(sentence, ...offered).then((chosen: Button | undefined) => {
        if (chosen !== undefined) {
            void commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
        }
    });
}
