/** Writes a commented vartani.toml into a folder and opens it. */

import { Uri, window, workspace } from 'vscode';
import { say } from '../say.ts';
import { run } from '../server/run.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { tell } from '../tell.ts';
import { chooseFolder } from './folders.ts';

/** Returns the file, or `undefined` if there is none. */
export async function createConfig(supervisor: Supervisor, given?: Uri): Promise<Uri | undefined> {
    const folder = given ?? (await chooseFolder(say('For which folder?')));
    if (folder === undefined) {
        return undefined;
    }
    const file = Uri.joinPath(folder, 'vartani.toml');
    if (!(await exists(file)) && !(await write(supervisor, folder))) {
        return undefined;
    }
    await window.showTextDocument(file);
    return file;
}

async function write({ binary }: Supervisor, folder: Uri): Promise<boolean> {
    if (binary === undefined) {
        tell('error', say('There is no vartani program to ask.'));
        return false;
    }
    const { code, stderr } = await run(binary.path, ['init', folder.fsPath]);
    if (code !== 0) {
        tell('error', say('vartani.toml could not be written: {0}', stderr.trim()));
    }
    return code === 0;
}

/** Whether a file is there. */
export async function exists(file: Uri): Promise<boolean> {
    return workspace.fs.stat(file).then(
        () => true,
        () => false,
    );
}
