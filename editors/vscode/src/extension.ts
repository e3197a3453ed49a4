/** vartani in VS Code: starts the language server and offers its commands. */

import { commands, type ExtensionContext, type StatusBarItem, window, workspace } from 'vscode';
import { registerCommands } from './commands/index.ts';
import { watchEncodings } from './encoding.ts';
import { rulePages } from './rule-page.ts';
import { RULE_SCHEME } from './rule-uri.ts';
import { chooseLanguage } from './say.ts';
import { Supervisor } from './server/supervisor.ts';
import { SECTION } from './settings.ts';
import { showStatus } from './status.ts';
import { hear } from './tell.ts';
import { showWords } from './words.ts';

/** What the tests look at. */
export interface Inside {
    supervisor: Supervisor;
    status: StatusBarItem;
    words: StatusBarItem;
    hear: typeof hear;
}

let supervisor: Supervisor | undefined;

export function activate(context: ExtensionContext): Inside {
    chooseLanguage();
    const log = window.createOutputChannel('vartani', { log: true });
    const server = new Supervisor(context, log);
    supervisor = server;
    const status = showStatus(server);
    const words = showWords();
    context.subscriptions.push(
        log,
        server,
        status.watching,
        words.watching,
        workspace.registerTextDocumentContentProvider(RULE_SCHEME, rulePages(server)),
        watchEncodings(),
        server.onDidChange(
            ({ kind }) => void commands.executeCommand('setContext', 'vartani.running', kind === 'running'),
        ),
        workspace.onDidChangeConfiguration(change => {
            if (change.affectsConfiguration(`${SECTION}.locale`)) {
                chooseLanguage();
            }
            // Whatever the editor shows is asked for anew
            if (change.affectsConfiguration(`${SECTION}.server`) || change.affectsConfiguration(`${SECTION}.enable`)) {
                void server.restart();
            }
        }),
        // What a folder says of the server holds from now on
        workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
        ...registerCommands(context, server, log),
    );
    // An editor never waits for us
    void server.restart();
    return { supervisor: server, status: status.item, words: words.item, hear };
}

export async function deactivate(): Promise<void> {
    await supervisor?.stop();
}
