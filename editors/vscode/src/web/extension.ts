/** vartani in a VS Code that runs no programs (vscode.dev, github.dev): the checker's module, in the extension's own thread. */

import { commands, type ExtensionContext, languages, window, workspace } from 'vscode';
import { fixArticle } from '../commands/fix-article.ts';
import { LANGUAGES } from '../languages.ts';
import { chooseLanguage, say } from '../say.ts';
import { SECTION } from '../settings.ts';
import { Articles } from './articles.ts';
import { completions, fixes, hovers } from './features.ts';
import { Newsrooms } from './newsrooms.ts';

export async function activate(context: ExtensionContext): Promise<void> {
    chooseLanguage();
    const log = window.createOutputChannel('vartani', { log: true });
    context.subscriptions.push(log);
    const newsrooms = await Newsrooms.load(context.extensionUri, log).catch((error: unknown) => {
        log.error(String(error));
        void window.showErrorMessage(
            say('vartani could not be loaded, so articles are not checked: {0}', String(error)),
        );
        return undefined;
    });
    if (newsrooms === undefined) {
        return;
    }
    const articles = new Articles(newsrooms);
    const read = (): void => {
        chooseLanguage();
        void newsrooms.forget().then(() => articles.readAgain());
    };
    const configurations = workspace.createFileSystemWatcher('**/*.toml');
    context.subscriptions.push(
        newsrooms,
        articles,
        configurations,
        configurations.onDidChange(read),
        configurations.onDidCreate(read),
        configurations.onDidDelete(read),
        workspace.onDidGrantWorkspaceTrust(read),
        workspace.onDidChangeConfiguration(change => {
            if (change.affectsConfiguration(SECTION)) {
                read();
            }
        }),
        languages.registerHoverProvider(LANGUAGES, hovers(articles)),
        languages.registerCompletionItemProvider(LANGUAGES, completions(articles)),
        languages.registerCodeActionsProvider(LANGUAGES, fixes(articles), fixes.metadata),
        commands.registerCommand('vartani.fixArticle', fixArticle),
        commands.registerCommand('vartani.showLog', () => {
            log.show();
        }),
    );
}
