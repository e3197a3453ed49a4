/** Runs the program once for an answer. */

import { execFile } from 'node:child_process';

/** What came of a run. */
export interface Outcome {
    /** The exit code; `undefined` if it did not start, was killed or took too long. */
    code: number | undefined;
    stdout: string;
    /** What it complained of, or why it did not start. */
    stderr: string;
}

/** How a run may end early, where it is and who listens. */
export interface Limits {
    milliseconds?: number;
    signal?: AbortSignal;
    /** Is told of what the program prints, as it comes. */
    onOutput?: (text: string) => void;
    /** Where the program runs. */
    folder?: string;
}

/** A report of a large folder is large. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Runs a program and waits for its end; never throws. */
export function run(program: string, arguments_: string[], limits: Limits = {}): Promise<Outcome> {
    return new Promise(resolve => {
        const options = {
            encoding: 'utf8' as const,
            maxBuffer: MOST_BYTES,
            timeout: limits.milliseconds ?? 0,
            windowsHide: true,
            ...(limits.signal && { signal: limits.signal }),
            ...(limits.folder && { cwd: limits.folder }),
        };
        const child = execFile(program, arguments_, options, (error, stdout, stderr) => {
            const code = error === null ? 0 : error.code;
            const isExit = typeof code === 'number';
            resolve({
                code: isExit ? code : undefined,
                stdout,
                stderr: stderr || (isExit ? '' : (error?.message ?? '')),
            });
        });
        child.stdout?.on('data', (text: string) => limits.onOutput?.(text));
        child.stdin?.end();
    });
}
