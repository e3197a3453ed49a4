/** Opens the newsroom's own names, and makes the file for them where there is none. */

import { parse } from 'smol-toml';
import { Range, RelativePattern, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { say } from '../say.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { tell } from '../tell.ts';
import { createConfig, exists } from './create-config.ts';
import { chooseFolder } from './folders.ts';

/** The file that is made. */
const NAMES = 'names.toml';

export async function openActors(supervisor: Supervisor): Promise<void> {
    const config = (await configOfArticle()) ?? (await configOfFolder(supervisor));
    if (config === undefined) {
        return;
    }
    const text = new TextDecoder().decode(await workspace.fs.readFile(config));
    const files = actorFiles(text);
    if (files === undefined) {
        tell('warning', say('vartani.toml cannot be read: fix what is marked in it first.'));
        await window.showTextDocument(config);
        return;
    }
    const folder = Uri.joinPath(config, '..');
    const file = files.length === 0 ? await makeActors(config, text) : await choose(files);
    if (file !== undefined) {
        await window.showTextDocument(Uri.joinPath(folder, file));
    }
}

/** The actor files that a configuration names; `undefined` if it is not TOML. */
export function actorFiles(config: string): string[] | undefined {
    try {
        const { actors } = parse(config);
        return Array.isArray(actors) ? actors.filter(file => typeof file === 'string') : [];
    } catch {
        return undefined;
    }
}

/** The configuration with a file of actors more. The key stands before the first table. */
export function withActors(config: string, file: string): string {
    const line = `actors = ["${file}"]`;
    const commented = /^# ?actors = .*$/m;
    const empty = /^actors = \[\s*\].*$/m;
    const place = [empty, commented].find(pattern => pattern.test(config));
    return place === undefined ? `${line}\n${config}` : config.replace(place, line);
}

/** The nearest vartani.toml upwards from the article in front. */
async function configOfArticle(): Promise<Uri | undefined> {
    const uri = window.activeTextEditor?.document.uri;
    if (uri?.scheme !== 'file') {
        return undefined;
    }
    for (let folder = Uri.joinPath(uri, '..'); ; folder = Uri.joinPath(folder, '..')) {
        const config = Uri.joinPath(folder, 'vartani.toml');
        if (await exists(config)) {
            return config;
        }
        if (folder.path === '/' || folder.path === Uri.joinPath(folder, '..').path) {
            return undefined;
        }
    }
}

async function configOfFolder(supervisor: Supervisor): Promise<Uri | undefined> {
    const folder = await chooseFolder(say('The names of which folder?'));
    if (folder === undefined) {
        return undefined;
    }
    const found = await workspace.findFiles(new RelativePattern(folder, '**/vartani.toml'), undefined, 1);
    return found[0] ?? createConfig(supervisor, folder);
}

async function choose(files: string[]): Promise<string | undefined> {
    return files.length === 1 ? files[0] : window.showQuickPick(files, { placeHolder: say('Which names?') });
}

async function makeActors(config: Uri, text: string): Promise<string | undefined> {
    const file = Uri.joinPath(config, '..', NAMES);
    try {
        if (!(await exists(file))) {
            const today = new Date().toISOString().slice(0, 10);
            await workspace.fs.writeFile(file, new TextEncoder().encode(template(today)));
        }
    } catch (error) {
        tell('error', say('The file for names could not be written: {0}', String(error)));
        return undefined;
    }
    const document = await workspace.openTextDocument(config);
    const edit = new WorkspaceEdit();
    const everything = document.validateRange(new Range(0, 0, document.lineCount, 0));
    edit.replace(config, everything, withActors(text, NAMES));
    await workspace.applyEdit(edit);
    await document.save();
    return NAMES;
}

function template(today: string): string {
    return `# ${say('The newsroom’s own names: people, places, organisations')}
source = "${say('who said so')}"
as_of = "${today}"

# [asha-devi]
# kind = "person"
# name = "आशा देवी"
# short = "आशा"
# latin = "Asha Devi"
# hi = "रामपुर की सरपंच"
# en = "head of Rampur village"
`;
}
