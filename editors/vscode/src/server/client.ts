/** One connection to one server process. */

import { env, type LogOutputChannel, workspace } from 'vscode';
import {
    CloseAction,
    ErrorAction,
    LanguageClient,
    type LanguageClientOptions,
    type StaticFeature,
} from 'vscode-languageclient/node';
import { LANGUAGES } from '../languages.ts';
import { SECTION } from '../settings.ts';
import { middleware } from './middleware.ts';

/** Where articles lie: on a disk, in a new document, or in a folder that only VS Code sees. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

const SELECTOR = [
    ...LANGUAGES.flatMap(language => SCHEMES.map(scheme => ({ language, scheme }))),
    { scheme: 'file', pattern: '**/vartani.toml' },
];

/** Failures are told by the supervisor, in words of ours: here they only go to the log. */
class QuietClient extends LanguageClient {
    override error(message: string, data?: unknown): void {
        super.error(message, data, false);
    }
}

/** What is told of us at the start: our own kinds of tokens, and Hindi unless something else is set. */
const introduction: StaticFeature = {
    fillInitializeParams: params => {
        params.locale = env.language.startsWith('hi') ? env.language : 'hi';
    },
    fillClientCapabilities: ({ textDocument }) => {
        textDocument?.semanticTokens?.tokenTypes.push('person', 'organisation', 'place', 'work', 'date', 'programme', 'event');
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
};

/** Makes a client that is not started yet. `onDeath` is called when its server is gone without being asked. */
export function makeClient(program: string, log: LogOutputChannel, onDeath: () => void): LanguageClient {
    const options: LanguageClientOptions = {
        documentSelector: SELECTOR,
        outputChannel: log,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- the server asks when it is told of a change
        synchronize: { configurationSection: SECTION },
        // Where the authors are not trusted, nothing is read but what is open
        initializationOptions: { trusted: workspace.isTrusted },
        middleware,
        errorHandler: {
            error: () => ({ action: ErrorAction.Continue, handled: true }),
            closed: () => {
                onDeath();
                return { action: CloseAction.DoNotRestart, handled: true };
            },
        },
        initializationFailedHandler: () => false,
    };
    const client = new QuietClient('vartani', 'vartani', { command: program, args: ['lsp'] }, options);
    client.registerFeature(introduction);
    return client;
}
