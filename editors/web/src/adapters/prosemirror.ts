/**
 * ProseMirror: marks are decorations, which are shown and never part of the document; a fix is one transaction that keeps
 * the marks of the words around it.
 */

import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Checker, Diagnostic, TextEdit } from '../types.ts';
import { rootOf } from '../fields/dom.ts';
import type { Stretch } from '../session/text_edit.ts';
import type { SessionOptions } from '../session/options.ts';
import { Popup, type MarkedEditor } from './popup.ts';
import { DocumentText } from './prosemirror_text.ts';
import { Session } from '../session/session.ts';
import { addMarkStyle } from './style.ts';

const key = new PluginKey<DecorationSet>('vartani');

/** A plugin that marks what a checker finds, with cards and fixes. */
export function vartani(checker: Checker, options: SessionOptions = {}): Plugin {
    return new Plugin<DecorationSet>({
        key,
        state: {
            init: () => DecorationSet.empty,
            apply(transaction, decorations) {
                const shown = transaction.getMeta(key) as DecorationSet | undefined;
                return shown ?? decorations.map(transaction.mapping, transaction.doc);
            },
        },
        props: { decorations: state => key.getState(state) },
        view: view => new VartaniView(view, checker, options),
    });
}

class VartaniView implements MarkedEditor {
    readonly session: Session;
    readonly #view: EditorView;
    readonly #popup: Popup;
    #text: DocumentText;

    constructor(view: EditorView, checker: Checker, options: SessionOptions) {
        this.#view = view;
        this.#text = new DocumentText(view.state.doc);
        this.session = new Session(checker, this.#text.toString(), options, marks => {
            this.#show(marks);
        });
        this.#popup = new Popup(this, options);
        addMarkStyle(rootOf(view.dom));
    }

    get element(): HTMLElement {
        return this.#view.dom;
    }

    update(): void {
        const { doc } = this.#view.state;
        if (doc === this.#text.doc) {
            this.session.moveCaret(this.caret());
            return;
        }
        const before = this.#text;
        this.#text = new DocumentText(doc);
        const edit = before.changeTo(this.#text);
        if (!edit) return;
        this.#popup.hide();
        this.session.change([edit], this.caret());
    }

    destroy(): void {
        this.#popup.end();
        this.session.end();
    }

    caret(): number | null {
        const { empty, head } = this.#view.state.selection;
        return empty ? this.#text.offset(head) : null;
    }

    range({ start, end }: Stretch): Range | null {
        const range = this.element.ownerDocument.createRange();
        const first = this.#view.domAtPos(this.#text.position(start), 1);
        const last = this.#view.domAtPos(this.#text.position(end), -1);
        range.setStart(first.node, first.offset);
        range.setEnd(last.node, last.offset);
        return range;
    }

    offsetAt(x: number, y: number): number | null {
        const place = this.#view.posAtCoords({ left: x, top: y });
        return place && this.#text.offset(place.pos);
    }

    write(edits: readonly TextEdit[]): void {
        const transaction = closeHistory(this.#view.state.tr);
        for (const { start, end, insert } of edits.toReversed()) {
            // A word begun in bold goes on in bold: what is written takes after the letter before it
            transaction.insertText(insert, this.#text.position(start), this.#text.position(end));
        }
        this.#view.dispatch(transaction.scrollIntoView());
        this.#view.dispatch(closeHistory(this.#view.state.tr));
    }

    focus(): void {
        this.#view.focus();
    }

    #show(marks: readonly Diagnostic[]): void {
        const { doc } = this.#view.state;
        if (this.#view.isDestroyed || doc !== this.#text.doc) return;
        const wanted = marks.map(({ start, end, severity }) => ({
            from: this.#text.position(start),
            to: this.#text.position(end),
            severity,
        }));
        const shown = key.getState(this.#view.state)?.find() ?? [];
        const isSame = wanted.every(({ from, to }, index) => shown[index]?.from === from && shown[index].to === to);
        if (isSame && shown.length === wanted.length) return;
        const decorations = wanted.map(({ from, to, severity }) =>
            Decoration.inline(from, to, { class: `vartani-underline-${severity}` }),
        );
        const transaction = this.#view.state.tr.setMeta(key, DecorationSet.create(doc, decorations));
        this.#view.dispatch(transaction.setMeta('addToHistory', false));
    }
}

/**
 * Has the history, if there is one, begin a new step. It is prosemirror-history's own flag, by the name that its
 * `closeHistory` gives it, so that an editor with another history needs no second one.
 */
function closeHistory(transaction: Transaction): Transaction {
    return transaction.setMeta('closeHistory$', true);
}
