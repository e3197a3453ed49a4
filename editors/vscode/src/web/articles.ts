/** The open articles: each tells its checker of every edit, and shows the marks. */

import {
    CodeAction,
    CodeActionKind,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Disposable,
    languages,
    Location,
    Range,
    type TextDocument,
    type TextDocumentChangeEvent,
    window,
    workspace,
    WorkspaceEdit,
} from 'vscode';
import { Session } from '../../../web/src/session/session.ts';
import type { Diagnostic as Mark, Fix, Format, Severity, TextEdit } from '../../../web/src/types.ts';
import { isEnabled } from '../enabled.ts';
import { LANGUAGES } from '../languages.ts';
import { settings } from '../settings.ts';
import type { Newsrooms } from './newsrooms.ts';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
};

const FORMATS: Record<string, Format> = { markdown: 'markdown', html: 'html' };

export class Articles extends Disposable {
    readonly #newsrooms: Newsrooms;
    readonly #marks = languages.createDiagnosticCollection('vartani');
    readonly #articles = new Map<TextDocument, Session>();
    readonly #watching: Disposable;

    constructor(newsrooms: Newsrooms) {
        super(() => {
            this.#watching.dispose();
            this.#endAll();
            this.#marks.dispose();
        });
        this.#newsrooms = newsrooms;
        this.#watching = Disposable.from(
            workspace.onDidOpenTextDocument(document => void this.#open(document)),
            workspace.onDidChangeTextDocument(change => {
                this.#change(change);
            }),
            workspace.onDidCloseTextDocument(document => {
                this.#end(document);
            }),
            window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
                this.#articles.get(document)?.moveCaret(document.offsetAt(selection.active));
            }),
        );
        void this.readAgain();
    }

    /** Reads all open articles anew. */
    async readAgain(): Promise<void> {
        this.#endAll();
        await Promise.all(workspace.textDocuments.map(document => this.#open(document)));
    }

    /** The session of an article that is checked. */
    session(document: TextDocument): Session | undefined {
        return this.#articles.get(document);
    }

    /** The edits of all safe fixes. */
    async safeEdits(document: TextDocument): Promise<TextEdit[]> {
        return (await this.session(document)?.safeFixes()) ?? [];
    }

    async #open(document: TextDocument): Promise<void> {
        if (!LANGUAGES.includes(document.languageId) || !isEnabled(document) || this.#articles.has(document)) {
            return;
        }
        const checker = await this.#newsrooms.of(document.uri);
        if (document.isClosed || this.#articles.has(document)) {
            return;
        }
        const { dateline, locale } = settings();
        const session = new Session(
            checker,
            document.getText(),
            {
                document: {
                    format: FORMATS[document.languageId] ?? 'plain',
                    name: workspace.asRelativePath(document.uri, false),
                    ...(dateline === '' ? {} : { dateline }),
                },
                ...(locale === undefined ? {} : { locale }),
                onProblem: sentence => {
                    if (sentence !== null) {
                        void window.showWarningMessage(sentence);
                    }
                },
            },
            marks => {
                this.#marks.set(
                    document.uri,
                    marks.map(mark => diagnostic(document, mark)),
                );
            },
        );
        this.#articles.set(document, session);
    }

    #change({ document, contentChanges }: TextDocumentChangeEvent): void {
        const session = this.session(document);
        if (session === undefined || contentChanges.length === 0) {
            return;
        }
        const edits = contentChanges.map(({ rangeOffset: start, rangeLength, text }) => {
            return { start, end: start + rangeLength, insert: text };
        });
        const last = edits.at(-1);
        session.change(edits, last === undefined ? null : last.start + last.insert.length);
    }

    #end(document: TextDocument): void {
        this.session(document)?.end();
        this.#articles.delete(document);
        this.#marks.delete(document.uri);
    }

    #endAll(): void {
        for (const document of [...this.#articles.keys()]) {
            this.#end(document);
        }
    }
}

/** A fix as VS Code's menu has it. */
export function action(document: TextDocument, mark: Mark, fix: Fix): CodeAction {
    const made = new CodeAction(fix.title, CodeActionKind.QuickFix);
    made.edit = asEdit(document, fix.edits);
    made.diagnostics = [diagnostic(document, mark)];
    return made;
}

export function asEdit(document: TextDocument, edits: TextEdit[]): WorkspaceEdit {
    const made = new WorkspaceEdit();
    for (const { start, end, insert } of edits) {
        made.replace(document.uri, range(document, start, end), insert);
    }
    return made;
}

export function range(document: TextDocument, start: number, end: number): Range {
    return new Range(document.positionAt(start), document.positionAt(end));
}

function diagnostic(document: TextDocument, mark: Mark): Diagnostic {
    const made = new Diagnostic(range(document, mark.start, mark.end), mark.message, SEVERITIES[mark.severity]);
    made.source = 'vartani';
    made.code = mark.rule;
    made.relatedInformation = mark.related.map(
        ({ start, end, message }) =>
            new DiagnosticRelatedInformation(new Location(document.uri, range(document, start, end)), message),
    );
    return made;
}
