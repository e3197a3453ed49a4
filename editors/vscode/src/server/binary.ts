/** Which program serves: the one that is set, else the one that came along, else the one on PATH. */

import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import * as path from 'node:path';

/** A program to start, and who chose it. */
export interface Binary {
    path: string;
    chosenBy: 'setting' | 'extension' | 'PATH';
}

const PROGRAM = process.platform === 'win32' ? 'vartani.exe' : 'vartani';

/**
 * Finds the server. A path that is set is taken as it is, even where nothing is there: who set it wants to be
 * told. `undefined` if nothing is set and there is none.
 */
export async function findBinary(setting: string, extensionFolder: string): Promise<Binary | undefined> {
    if (setting !== '') {
        return { path: setting.replace(/^~(?=[/\\]|$)/, homedir()), chosenBy: 'setting' };
    }
    const bundled = path.join(extensionFolder, 'server', PROGRAM);
    if (await isProgram(bundled)) {
        return { path: bundled, chosenBy: 'extension' };
    }
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
        const candidate = path.join(folder, PROGRAM);
        if (path.isAbsolute(folder) && (await isProgram(candidate))) {
            return { path: candidate, chosenBy: 'PATH' };
        }
    }
    return undefined;
}

async function isProgram(file: string): Promise<boolean> {
    try {
        await access(file, constants.X_OK);
        return (await stat(file)).isFile();
    } catch {
        return false;
    }
}
