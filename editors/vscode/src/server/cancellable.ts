/** Runs of the program that the user can end. */

import { ProgressLocation, window } from 'vscode';
import { type Limits, type Outcome, run } from './run.ts';

/** Shows the title while the program runs; `undefined` if the user has had enough of waiting. */
export function runCancellable(
    title: string,
    program: string,
    arguments_: string[],
    limits: Limits = {},
): Thenable<Outcome | undefined> {
    const options = { location: ProgressLocation.Window, title, cancellable: true };
    return window.withProgress(options, async (_, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => {
            stop.abort();
        });
        const outcome = await run(program, arguments_, { ...limits, signal: stop.signal });
        return token.isCancellationRequested ? undefined : outcome;
    });
}

/** What the program complained of first. */
export function firstLine(text: string): string {
    return text.trim().split('\n', 1)[0] ?? '';
}
