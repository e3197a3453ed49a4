/**
 * CodeMirror 6 by its own client of the Language Server Protocol, `@codemirror/lsp-client`: completion and hover are the
 * client's, marks get their fixes here, which the client does not ask for.
 */

import { isolateHistory } from '@codemirror/commands';
import { setDiagnostics, type Diagnostic as LintDiagnostic } from '@codemirror/lint';
import {
    hoverTooltips,
    LSPPlugin,
    serverCompletion,
    serverDiagnostics,
    type LSPClient,
    type LSPClientConfig,
    type LSPClientExtension,
    type Transport,
} from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type * as lsp from 'vscode-languageserver-protocol';
import type { Checker } from '../types.ts';
import { LanguageServer } from './lsp_server.ts';
import type { SessionOptions } from '../session/options.ts';

/** What a client needs: `new LSPClient({ extensions: vartaniExtensions() })`. */
export function vartaniExtensions(): NonNullable<LSPClientConfig['extensions']> {
    return [diagnosticsWithFixes(), serverCompletion(), hoverTooltips()];
}

/** A transport to the worker `vartani/lsp-worker.js`; all editors of a client share it. */
export function workerTransport(worker: Worker): Transport {
    const handlers = new Map<(message: string) => void, (event: MessageEvent<string>) => void>();
    return {
        send(message) {
            worker.postMessage(message);
        },
        subscribe(handler) {
            const listener = ({ data }: MessageEvent<string>): void => {
                handler(data);
            };
            handlers.set(handler, listener);
            worker.addEventListener('message', listener);
        },
        unsubscribe(handler) {
            const listener = handlers.get(handler);
            if (listener) worker.removeEventListener('message', listener);
            handlers.delete(handler);
        },
    };
}

/** A transport to a checker that the page has already, for other editors too. */
export function checkerTransport(checker: Checker, options: SessionOptions = {}): Transport {
    const handlers = new Set<(message: string) => void>();
    const server = new LanguageServer(
        checker,
        message => {
            // As from elsewhere: never while the client is in the middle of something
            queueMicrotask(() => {
                for (const handler of handlers) handler(message);
            });
        },
        options,
    );
    return {
        send: message => {
            server.receive(message);
        },
        subscribe: handler => handlers.add(handler),
        unsubscribe: handler => handlers.delete(handler),
    };
}

const SEVERITIES: LintDiagnostic['severity'][] = ['error', 'error', 'warning', 'info', 'hint'];

function diagnosticsWithFixes(): LSPClientExtension {
    return {
        ...serverDiagnostics(),
        notificationHandlers: {
            'textDocument/publishDiagnostics': (client, params: lsp.PublishDiagnosticsParams) => {
                void show(client, params);
                return true;
            },
        },
    };
}

async function show(client: LSPClient, { uri, version, diagnostics }: lsp.PublishDiagnosticsParams): Promise<void> {
    const file = client.workspace.getFile(uri);
    if (!file || file.version !== version) return;
    const lines = file.doc.lines - 1;
    const everywhere = {
        start: { line: 0, character: 0 },
        end: { line: lines, character: file.doc.line(lines + 1).length },
    };
    const actions = await client
        .request<lsp.CodeActionParams, lsp.CodeAction[]>('textDocument/codeAction', {
            textDocument: { uri },
            range: everywhere,
            context: { diagnostics: [] },
        })
        .catch(() => []);
    const view = file.getView();
    const plugin = view && LSPPlugin.get(view);
    if (!view || !plugin || file.version !== version) return;
    const marks = diagnostics.map(diagnostic => {
        const fixes = actions.filter(action => action.diagnostics?.some(one => isSame(one, diagnostic)));
        return lint(view, plugin, uri, diagnostic, fixes);
    });
    view.dispatch(setDiagnostics(view.state, marks));
}

function lint(
    view: EditorView,
    plugin: LSPPlugin,
    uri: string,
    diagnostic: lsp.Diagnostic,
    fixes: readonly lsp.CodeAction[],
): LintDiagnostic {
    const place = (position: lsp.Position): number =>
        plugin.unsyncedChanges.mapPos(plugin.fromPosition(position, plugin.syncedDoc));
    const [from, to] = [place(diagnostic.range.start), place(diagnostic.range.end)];
    const { doc } = view.state;
    return {
        from,
        to,
        severity: SEVERITIES[diagnostic.severity ?? 1] ?? 'error',
        message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
        source: String(diagnostic.code),
        actions: fixes.map(({ title, edit }) => {
            const changes = (edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
                from: place(range.start),
                to: place(range.end),
                insert: newText,
            }));
            return {
                name: title,
                // The text may have changed elsewhere since; a new answer then brings new actions
                apply(view) {
                    if (!view.state.doc.eq(doc)) return;
                    view.dispatch({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.fix' });
                },
            };
        }),
    };
}

function isSame(one: lsp.Diagnostic, other: lsp.Diagnostic): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}
