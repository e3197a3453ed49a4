/** Whether a program is a vartani that this extension knows how to speak to. */

import { run } from './run.ts';

/** What a program says of itself. */
export type Check =
    | { kind: 'same'; version: string }
    | { kind: 'other'; version: string }
    /** It does not start, or is something else; `reason` is what the system or the program says. */
    | { kind: 'broken'; reason: string };

/** A program that does not tell its version in this time is not going to. */
const PATIENCE = 10_000;

/** Asks a program for its version and compares it with the extension's. */
export async function checkVersion(program: string, ours: string): Promise<Check> {
    const { code, stdout, stderr } = await run(program, ['--version'], { milliseconds: PATIENCE });
    const version = /^vartani (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
    if (code !== 0 || version === undefined) {
        return { kind: 'broken', reason: (stderr || stdout || `exit code ${code ?? '?'}`).trim() };
    }
    return { kind: speaksAlike(version, ours) ? 'same' : 'other', version };
}

/** Versions with one major number speak alike; before 1.0, those with one minor number. */
export function speaksAlike(one: string, other: string): boolean {
    const [major, minor] = one.split('.');
    const [otherMajor, otherMinor] = other.split('.');
    return major === otherMajor && (major !== '0' || minor === otherMinor);
}
