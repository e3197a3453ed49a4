/** Chooses the program to start, and says in a sentence what is wrong with it. */

import { say } from '../say.ts';
import type { Button } from '../tell.ts';
import { type Binary, findBinary } from './binary.ts';
import { checkVersion } from './version.ts';

/** A program that can be started, or why there is none. */
export interface Choice {
    binary: Binary | undefined;
    /** The version, of a program that can be started. */
    version: string | undefined;
    /** What is wrong, for the writer. */
    sentence: string | undefined;
    /** What can be done about it besides starting again. */
    buttons: Button[];
    /** What the program or the system says, for the log. */
    reason: string;
}

/** Chooses a program for an extension of version `ours` that lies in `folder`. */
export async function chooseProgram(setting: string, folder: string, ours: string): Promise<Choice> {
    const binary = await findBinary(setting, folder);
    if (binary === undefined) {
        const sentence = say('The vartani program was not found: this extension came without it, and it is not on PATH.');
        return { binary, version: undefined, sentence, buttons: [], reason: 'there is no program' };
    }
    const buttons = binary.chosenBy === 'setting' ? [changeSetting()] : [];
    const check = await checkVersion(binary.path, ours);
    if (check.kind === 'broken') {
        const sentence = say('The vartani program does not start: {0}', binary.path);
        return { binary, version: undefined, sentence, buttons, reason: check.reason };
    }
    const { version } = check;
    const sentence =
        check.kind === 'same'
            ? undefined
            : say('The vartani program is version {0}, this extension {1}: some things may not work. Program: {2}', version, ours, binary.path);
    return { binary, version, sentence, buttons, reason: `${binary.path} (${binary.chosenBy}), ${version}` };
}

function changeSetting(): Button {
    return { title: say('Change the setting'), command: 'workbench.action.openSettings', arguments: ['vartani.server.path'] };
}
