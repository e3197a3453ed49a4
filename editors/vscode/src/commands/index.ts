/** The commands, by name. */

import {
    commands,
    Disposable,
    type ExtensionContext,
    type LogOutputChannel,
    type Uri,
    window,
    workspace,
} from 'vscode';
import { SAVE } from '../server/middleware.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { checkFolder, folderMarks } from './check-folder.ts';
import { chooseDateline } from './choose-dateline.ts';
import { createConfig } from './create-config.ts';
import { explainRule } from './explain-rule.ts';
import { fixArticle } from './fix-article.ts';
import { openActors } from './open-actors.ts';
import { openDictionary } from './open-dictionary.ts';
import { openSample } from './open-sample.ts';
import { tryRule } from './try-rule.ts';

/** Registers all commands. */
export function registerCommands(
    context: ExtensionContext,
    supervisor: Supervisor,
    log: LogOutputChannel,
): Disposable[] {
    const marks = folderMarks();
    const trials = window.createOutputChannel('वर्तनी · try');
    const table: Record<string, (...arguments_: never[]) => unknown> = {
        'vartani.fixArticle': () => fixArticle(),
        'vartani.checkFolder': (folder?: Uri) => checkFolder(supervisor, log, marks.collection, folder),
        'vartani.chooseDateline': (date?: string) => chooseDateline(date),
        'vartani.openActors': () => openActors(supervisor),
        'vartani.openDictionary': () => openDictionary(),
        'vartani.createConfig': (folder?: Uri) => createConfig(supervisor, folder),
        'vartani.explainRule': (rule?: string) => explainRule(supervisor, rule),
        'vartani.tryRule': (rule?: string, folder?: Uri) => tryRule(supervisor, trials, rule, folder),
        'vartani.openSample': () => openSample(context),
        'vartani.restartServer': () => supervisor.restart(),
        'vartani.showLog': () => {
            log.show();
        },
        [SAVE]: (...files: Uri[]) => save(files),
    };
    return [
        Disposable.from(marks.watching, trials),
        ...Object.entries(table).map(([name, run]) => commands.registerCommand(name, run)),
    ];
}

async function save(files: Uri[]): Promise<void> {
    for (const file of files) {
        await (await workspace.openTextDocument(file)).save();
    }
}
