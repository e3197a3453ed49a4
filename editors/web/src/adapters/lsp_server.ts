/**
 * A small language server over a checker: enough of the protocol for editors that have a client of their own. Messages are
 * JSON without headers; positions are UTF-16.
 */

import type * as lsp from 'vscode-languageserver-protocol';
import { difference } from '../session/text_edit.ts';
import type { Checker, Diagnostic, DocumentOptions, Format, Severity, TextEdit } from '../types.ts';
import { Lines } from './lines.ts';
import type { SessionOptions } from '../session/options.ts';
import { Session } from '../session/session.ts';

const FORMATS: Record<string, Format> = { markdown: 'markdown', html: 'html' };
const SEVERITIES: Record<Severity, lsp.DiagnosticSeverity> = { error: 1, warning: 2, information: 3, hint: 4 };

/** What the protocol calls an unknown method and a failure of ours. */
const METHOD_NOT_FOUND = -32601;
const INTERNAL_ERROR = -32603;

interface OpenDocument {
    session: Session;
    version: number;
}

interface Message {
    id?: number | string;
    method?: string;
    params?: unknown;
}

export class LanguageServer {
    readonly #checker: Checker;
    readonly #send: (message: string) => void;
    readonly #options: SessionOptions;
    readonly #documents = new Map<string, OpenDocument>();

    /** `options.document` holds for all documents; a language id of the client's says how each is read. */
    constructor(checker: Checker, send: (message: string) => void, options: SessionOptions = {}) {
        this.#checker = checker;
        this.#send = send;
        this.#options = options;
    }

    /** Takes a message of the client's. */
    receive(message: string): void {
        const { id, method, params } = JSON.parse(message) as Message;
        if (method === undefined) return;
        if (id === undefined) this.#notice(method, params);
        else void this.#answer(id, method, params);
    }

    /** Closes all documents. */
    end(): void {
        for (const { session } of this.#documents.values()) session.end();
        this.#documents.clear();
    }

    async #answer(id: number | string, method: string, params: unknown): Promise<void> {
        try {
            const result = await this.#result(method, params);
            if (result === undefined) this.#post({ id, error: { code: METHOD_NOT_FOUND, message: method } });
            else this.#post({ id, result });
        } catch (error) {
            this.#post({ id, error: { code: INTERNAL_ERROR, message: String(error) } });
        }
    }

    #result(method: string, params: unknown): unknown {
        switch (method) {
            case 'initialize':
                return { capabilities: CAPABILITIES, serverInfo: { name: 'vartani' } };
            case 'shutdown':
                return null;
            case 'textDocument/hover':
                return this.#hover(params as lsp.HoverParams);
            case 'textDocument/completion':
                return this.#complete(params as lsp.CompletionParams);
            case 'textDocument/codeAction':
                return this.#actions(params as lsp.CodeActionParams);
            default:
                return undefined;
        }
    }

    #notice(method: string, params: unknown): void {
        switch (method) {
            case 'textDocument/didOpen':
                this.#open((params as lsp.DidOpenTextDocumentParams).textDocument);
                break;
            case 'textDocument/didChange':
                this.#change(params as lsp.DidChangeTextDocumentParams);
                break;
            case 'textDocument/didClose':
                this.#close((params as lsp.DidCloseTextDocumentParams).textDocument.uri);
                break;
            case 'exit':
                this.end();
        }
    }

    #open({ uri, languageId, version, text }: lsp.TextDocumentItem): void {
        this.#close(uri);
        const document: DocumentOptions = { format: FORMATS[languageId] ?? 'plain', ...this.#options.document };
        const onProblem = (message: string | null): void => {
            if (message !== null) this.#post({ method: 'window/showMessage', params: { type: 2, message } });
        };
        const session = new Session(this.#checker, text, { ...this.#options, document, onProblem }, marks => {
            this.#publish(uri, marks);
        });
        this.#documents.set(uri, { session, version });
    }

    #change({ textDocument, contentChanges }: lsp.DidChangeTextDocumentParams): void {
        const document = this.#documents.get(textDocument.uri);
        if (!document) return;
        document.version = textDocument.version;
        for (const change of contentChanges) {
            const edit = editOf(document.session.text, change);
            if (edit) document.session.change([edit], edit.start + edit.insert.length);
        }
    }

    #close(uri: string): void {
        this.#documents.get(uri)?.session.end();
        this.#documents.delete(uri);
    }

    #publish(uri: string, marks: readonly Diagnostic[]): void {
        const document = this.#documents.get(uri);
        if (!document) return;
        const lines = new Lines(document.session.text);
        const diagnostics = marks.map(mark => diagnosticOf(mark, lines));
        this.#post({
            method: 'textDocument/publishDiagnostics',
            params: { uri, version: document.version, diagnostics },
        });
    }

    async #hover({ textDocument, position }: lsp.HoverParams): Promise<lsp.Hover | null> {
        const { session, lines } = this.#document(textDocument.uri);
        const card = await session.hover(lines.offset(position));
        return card && { contents: { kind: 'markdown', value: card.markdown }, range: lines.range(card) };
    }

    async #complete({ textDocument, position }: lsp.CompletionParams): Promise<lsp.CompletionList> {
        const { session, lines } = this.#document(textDocument.uri);
        const found = await session.complete(lines.offset(position));
        const items = found.map(({ label, detail, edit }, index) => ({
            label,
            detail,
            sortText: String(index).padStart(4, '0'),
            textEdit: { range: lines.range(edit), newText: edit.insert },
        }));
        return { isIncomplete: true, items };
    }

    #actions({ textDocument, range }: lsp.CodeActionParams): lsp.CodeAction[] {
        const { session, lines } = this.#document(textDocument.uri);
        const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
        return session.marks
            .filter(mark => mark.start <= end && mark.end >= start)
            .flatMap(mark =>
                mark.fixes.map(fix => ({
                    title: fix.title,
                    kind: 'quickfix',
                    isPreferred: fix.safe,
                    diagnostics: [diagnosticOf(mark, lines)],
                    edit: {
                        changes: {
                            [textDocument.uri]: fix.edits.map(edit => ({
                                range: lines.range(edit),
                                newText: edit.insert,
                            })),
                        },
                    },
                })),
            );
    }

    #document(uri: string): { session: Session; lines: Lines } {
        const document = this.#documents.get(uri);
        if (!document) throw new Error(`${uri} is not open`);
        return { session: document.session, lines: new Lines(document.session.text) };
    }

    #post(message: object): void {
        this.#send(JSON.stringify({ jsonrpc: '2.0', ...message }));
    }
}

const CAPABILITIES: lsp.ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    completionProvider: {},
    codeActionProvider: { codeActionKinds: ['quickfix'] },
};

function diagnosticOf(mark: Diagnostic, lines: Lines): lsp.Diagnostic {
    return {
        range: lines.range(mark),
        severity: SEVERITIES[mark.severity],
        source: 'vartani',
        code: mark.rule,
        message: mark.message,
    };
}

function editOf(text: string, change: lsp.TextDocumentContentChangeEvent): TextEdit | null {
    if (!('range' in change)) return difference(text, change.text);
    const lines = new Lines(text);
    return { start: lines.offset(change.range.start), end: lines.offset(change.range.end), insert: change.text };
}
