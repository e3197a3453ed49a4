/** Opens the user's own dictionary: words that are right in every newsroom. */

import { homedir } from 'node:os';
import * as path from 'node:path';
import { Uri, window, workspace } from 'vscode';
import { say } from '../say.ts';
import { tell } from '../tell.ts';
import { exists } from './create-config.ts';

/** Where the program looks for it: in the folder of the user's configurations. */
export function dictionaryPath(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
    const { XDG_CONFIG_HOME: set = '', APPDATA: roaming } = environment;
    const isWindows = platform === 'win32';
    const names = isWindows ? path.win32 : path.posix;
    const other = isWindows ? (roaming ?? names.join(home, 'AppData', 'Roaming')) : names.join(home, '.config');
    return names.join(!isWindows && names.isAbsolute(set) ? set : other, 'vartani', 'dictionary.txt');
}

export async function openDictionary(): Promise<void> {
    const file = Uri.file(dictionaryPath(process.env, process.platform, homedir()));
    try {
        if (!(await exists(file))) {
            const first = `# ${say('Words that are right for me in every newsroom, one a line')}\n`;
            await workspace.fs.writeFile(file, new TextEncoder().encode(first));
        }
        await window.showTextDocument(file);
    } catch (error) {
        tell('error', say('The dictionary could not be written: {0}', String(error)));
    }
}
