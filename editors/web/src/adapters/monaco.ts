/**
 * Monaco: marks are markers, with the editor's own hover and light bulb for fixes; what is known of a name is a hover, and
 * what goes on with a word a completion.
 */

import type * as Monaco from 'monaco-editor';
import type { Checker, Diagnostic, Severity, TextEdit } from '../types.ts';
import type { Stretch } from '../session/text_edit.ts';
import { smallest } from '../session/edits.ts';
import type { SessionOptions } from '../session/options.ts';
import { Session } from '../session/session.ts';

/** The API, as `import * as monaco from 'monaco-editor'` gives it. */
export type MonacoApi = typeof Monaco;

/** Whose markers they are. */
const OWNER = 'vartani';

/** Marks in a Monaco editor what a checker finds, with hover, completion and fixes. It ends with the editor. */
export function vartani(
    monaco: MonacoApi,
    editor: Monaco.editor.IStandaloneCodeEditor,
    checker: Checker,
    options: SessionOptions = {},
): Monaco.IDisposable {
    let attached: VartaniModel | null = null;
    const attach = (): void => {
        attached?.dispose();
        const model = editor.getModel();
        attached = model && new VartaniModel(monaco, editor, model, checker, options);
    };
    const changes = editor.onDidChangeModel(attach);
    const end = (): void => {
        changes.dispose();
        attached?.dispose();
        attached = null;
    };
    editor.onDidDispose(end);
    attach();
    return { dispose: end };
}

class VartaniModel {
    readonly #monaco: MonacoApi;
    readonly #editor: Monaco.editor.IStandaloneCodeEditor;
    readonly #model: Monaco.editor.ITextModel;
    readonly #session: Session;
    readonly #parts: Monaco.IDisposable[];

    constructor(
        monaco: MonacoApi,
        editor: Monaco.editor.IStandaloneCodeEditor,
        model: Monaco.editor.ITextModel,
        checker: Checker,
        options: SessionOptions,
    ) {
        this.#monaco = monaco;
        this.#editor = editor;
        this.#model = model;
        this.#session = new Session(checker, model.getValue(), options, marks => {
            this.#show(marks);
        });
        const ours = <T>(asked: Monaco.editor.ITextModel, answer: () => T): T | null =>
            asked === model ? answer() : null;
        this.#parts = [
            model.onDidChangeContent(change => {
                this.#changed(change);
            }),
            editor.onDidChangeCursorPosition(() => {
                this.#session.moveCaret(this.#caret());
            }),
            monaco.languages.registerHoverProvider('*', {
                provideHover: (asked, position) => ours(asked, () => this.#hover(position)),
            }),
            monaco.languages.registerCompletionItemProvider('*', {
                provideCompletionItems: (asked, position) => ours(asked, () => this.#complete(position)),
            }),
            monaco.languages.registerCodeActionProvider('*', {
                provideCodeActions: (asked, range) => ours(asked, () => this.#actions(range)),
            }),
        ];
    }

    dispose(): void {
        for (const part of this.#parts) part.dispose();
        this.#session.end();
        if (!this.#model.isDisposed()) this.#monaco.editor.setModelMarkers(this.#model, OWNER, []);
    }

    #changed({ changes, isEolChange, isFlush }: Monaco.editor.IModelContentChangedEvent): void {
        if (isEolChange || isFlush) {
            this.#session.setText(this.#model.getValue(), this.#caret());
            return;
        }
        // From the last to the first, so that none moves those that follow
        const edits = changes
            .map(({ rangeOffset: start, rangeLength, text }) => ({ start, end: start + rangeLength, insert: text }))
            .sort((a, b) => b.start - a.start);
        const last = edits[0];
        this.#session.change(edits, last ? last.start + last.insert.length : null);
    }

    #caret(): number | null {
        const selection = this.#editor.getSelection();
        return selection?.isEmpty() ? this.#model.getOffsetAt(selection.getPosition()) : null;
    }

    #range({ start, end }: Stretch): Monaco.IRange {
        const [first, last] = [this.#model.getPositionAt(start), this.#model.getPositionAt(end)];
        return {
            startLineNumber: first.lineNumber,
            startColumn: first.column,
            endLineNumber: last.lineNumber,
            endColumn: last.column,
        };
    }

    #show(marks: readonly Diagnostic[]): void {
        if (this.#model.isDisposed()) return;
        this.#monaco.editor.setModelMarkers(
            this.#model,
            OWNER,
            marks.map(mark => this.#marker(mark)),
        );
    }

    #marker(mark: Diagnostic): Monaco.editor.IMarkerData {
        const { Error, Warning, Info, Hint } = this.#monaco.MarkerSeverity;
        const severities: Record<Severity, Monaco.MarkerSeverity> = {
            error: Error,
            warning: Warning,
            information: Info,
            hint: Hint,
        };
        const related = mark.related.map(({ message, ...place }) => ({
            ...this.#range(place),
            resource: this.#model.uri,
            message,
        }));
        return {
            ...this.#range(mark),
            severity: severities[mark.severity],
            message: mark.message,
            code: mark.rule,
            source: OWNER,
            relatedInformation: related,
        };
    }

    async #hover(position: Monaco.Position): Promise<Monaco.languages.Hover | null> {
        const card = await this.#session.hover(this.#model.getOffsetAt(position));
        // Markdown of Monaco's is neither trusted nor HTML unless said otherwise
        return card && { range: this.#range(card), contents: [{ value: card.markdown }] };
    }

    async #complete(position: Monaco.Position): Promise<Monaco.languages.CompletionList> {
        const found = await this.#session.complete(this.#model.getOffsetAt(position));
        const suggestions = found.map(({ label, detail, edit }, index) => ({
            label: { label, description: detail },
            kind: this.#monaco.languages.CompletionItemKind.Text,
            insertText: edit.insert,
            // What is typed is what is replaced, so that Monaco's own filter keeps all of them
            filterText: this.#session.text.slice(edit.start, edit.end),
            sortText: String(index).padStart(4, '0'),
            range: this.#range(edit),
        }));
        return { suggestions, incomplete: true };
    }

    #actions(range: Monaco.Range): Monaco.languages.CodeActionList {
        const [start, end] = [range.getStartPosition(), range.getEndPosition()].map(at => this.#model.getOffsetAt(at));
        const marks = this.#session.marks.filter(mark => mark.start <= (end ?? 0) && mark.end >= (start ?? 0));
        const actions = marks.flatMap(mark =>
            mark.fixes.map(fix => ({
                title: fix.title,
                kind: 'quickfix',
                isPreferred: fix.safe,
                diagnostics: [this.#marker(mark)],
                edit: { edits: this.#edits(fix.edits) },
            })),
        );
        return { actions, dispose: () => undefined };
    }

    #edits(edits: readonly TextEdit[]): Monaco.languages.IWorkspaceTextEdit[] {
        return smallest(this.#session.text, edits).map(edit => ({
            resource: this.#model.uri,
            versionId: this.#model.getVersionId(),
            textEdit: { range: this.#range(edit), text: edit.insert },
        }));
    }
}
