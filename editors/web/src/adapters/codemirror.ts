/** CodeMirror 6: marks by its own linter's state, with fixes as actions, and cards for what is known of a place. */

import { isolateHistory } from '@codemirror/commands';
import { linter, setDiagnostics, type Diagnostic as LintDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view';
import type { Checker, Diagnostic, Severity, TextEdit } from '../types.ts';
import { renderMarkdown } from '../ui/markdown.ts';
import type { SessionOptions } from '../session/options.ts';
import { Session } from '../session/session.ts';

/** An extension that marks what a checker finds, with fixes. */
export function vartani(checker: Checker, options: SessionOptions = {}): Extension {
    const plugin = ViewPlugin.define(view => new VartaniPlugin(view, checker, options));
    const known = hoverTooltip(async (view, position) => {
        const card = await view.plugin(plugin)?.session.hover(position);
        if (!card) return null;
        const dom = view.dom.ownerDocument.createElement('div');
        dom.className = 'cm-vartani-known';
        dom.append(renderMarkdown(card.markdown, view.dom.ownerDocument));
        return { pos: card.start, end: card.end, create: () => ({ dom }) };
    });
    return [linter(null), plugin, known];
}

const SEVERITIES: Record<Severity, LintDiagnostic['severity']> = {
    error: 'error',
    warning: 'warning',
    information: 'info',
    hint: 'hint',
};

class VartaniPlugin implements PluginValue {
    readonly session: Session;
    readonly #view: EditorView;

    constructor(view: EditorView, checker: Checker, options: SessionOptions) {
        this.#view = view;
        this.session = new Session(checker, view.state.doc.toString(), options, marks => {
            this.#show(marks);
        });
    }

    update(update: ViewUpdate): void {
        const { empty, head } = update.state.selection.main;
        const caret = empty ? head : null;
        if (update.docChanged) this.session.change(editsOf(update), caret);
        else this.session.moveCaret(caret);
    }

    destroy(): void {
        this.session.end();
    }

    #show(marks: readonly Diagnostic[]): void {
        const { state } = this.#view;
        this.#view.dispatch(
            setDiagnostics(
                state,
                marks.map(mark => this.#lint(mark)),
            ),
        );
    }

    #lint(mark: Diagnostic): LintDiagnostic {
        const { start: from, end: to, severity, message, rule } = mark;
        const actions = mark.fixes.map(fix => ({
            name: fix.title,
            apply: (view: EditorView) => {
                this.session.take(mark, fix, edits => {
                    write(view, edits);
                });
            },
        }));
        return { from, to, severity: SEVERITIES[severity], message, source: rule, actions };
    }
}

/** Writes edits as one step of the history. */
export function write(view: EditorView, edits: readonly TextEdit[]): void {
    view.dispatch({
        changes: edits.map(({ start: from, end: to, insert }) => ({ from, to, insert })),
        annotations: isolateHistory.of('full'),
        userEvent: 'input.fix',
        scrollIntoView: true,
    });
}

/** The changes of an update from the last to the first, so that none moves those that follow. */
function editsOf(update: ViewUpdate): TextEdit[] {
    const edits: TextEdit[] = [];
    update.changes.iterChanges((start, end, _from, _to, inserted) => {
        edits.unshift({ start, end, insert: inserted.toString() });
    });
    return edits;
}
