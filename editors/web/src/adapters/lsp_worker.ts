/** A worker in which the checker and its language server live: one message of the protocol is one message of the worker. */

import { createChecker } from '../checker.ts';
import { LanguageServer } from './lsp_server.ts';

const server = createChecker().then(
    checker =>
        new LanguageServer(checker, message => {
            self.postMessage(message);
        }),
);

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
    // A module that was not loaded answers nothing: the client's own timeouts hold, and its editor goes on
    server.then(
        server => {
            server.receive(data);
        },
        (error: unknown) => {
            self.postMessage(
                JSON.stringify({
                    jsonrpc: '2.0',
                    method: 'window/showMessage',
                    params: { type: 1, message: String(error) },
                }),
            );
        },
    );
});
