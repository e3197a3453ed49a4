import { LSPClient } from '@codemirror/lsp-client';
import { basicSetup, EditorView } from 'codemirror';
import { checkerTransport, vartaniExtensions, workerTransport } from '../src/adapters/codemirror_lsp.ts';
import { startChecker } from './checker.ts';
import { OPTIONS, show, tell, TEXT } from './example.ts';

// A worker of its own, or (`?checker`) the checker that other editors of a page have too
const transport = new URLSearchParams(location.search).has('checker')
    ? checkerTransport(await startChecker(), OPTIONS)
    : workerTransport(new Worker('./lsp-worker.js', { type: 'module' }));
const client = new LSPClient({
    extensions: vartaniExtensions(),
    notificationHandlers: {
        'window/showMessage'(_client, { message }: { message: string }) {
            tell(message);
            return true;
        },
    },
}).connect(transport);

await show((parent, index) => {
    const view = new EditorView({
        parent,
        doc: TEXT,
        extensions: [basicSetup, EditorView.lineWrapping, client.plugin(`file:///story-${index}.txt`, 'plaintext')],
    });
    return {
        element: view.contentDOM,
        text: () => view.state.doc.toString(),
        html: () => view.state.doc.toString(),
        destroy: () => {
            view.destroy();
        },
    };
});
