/**
 * Quill: marks by the CSS Custom Highlight API, since whatever Quill knows of a word, a format or a class, is in its
 * document and is saved with it. A fix is a delta that keeps the formats of the letters it replaces.
 */

import type Quill from 'quill';
import type { Checker, TextEdit } from '../types.ts';
import type { Stretch } from '../session/text_edit.ts';
import { highlighterFor, showBy, type Highlighter } from '../fields/highlighter.ts';
import type { SessionOptions } from '../session/options.ts';
import { Popup, type MarkedEditor } from './popup.ts';
import { editsOf, textOf, type Op } from './quill_text.ts';
import { Session } from '../session/session.ts';

/** A way to take marks and cards away from an editor. */
export interface Attached {
    destroy(): void;
}

/** Marks in a Quill what a checker finds, with cards and fixes. */
export function vartani(quill: Quill, checker: Checker, options: SessionOptions = {}): Attached {
    return new VartaniQuill(quill, checker, options);
}

class VartaniQuill implements MarkedEditor, Attached {
    readonly session: Session;
    readonly #quill: Quill;
    readonly #popup: Popup;
    readonly #highlights: Highlighter | null;

    constructor(quill: Quill, checker: Checker, options: SessionOptions) {
        this.#quill = quill;
        this.#highlights = highlighterFor(quill.root);
        this.session = new Session(
            checker,
            textOf(quill.getContents().ops),
            options,
            showBy(this.#highlights, stretch => this.range(stretch)),
        );
        this.#popup = new Popup(this, options);
        quill.on('text-change', this.#changed);
        quill.on('selection-change', this.#moved);
    }

    get element(): HTMLElement {
        return this.#quill.root;
    }

    destroy(): void {
        this.#quill.off('text-change', this.#changed);
        this.#quill.off('selection-change', this.#moved);
        this.#highlights?.remove();
        this.#popup.end();
        this.session.end();
    }

    caret(): number | null {
        const selection = this.#quill.getSelection();
        return selection?.length === 0 ? selection.index : null;
    }

    range({ start, end }: Stretch): Range | null {
        // A leaf is asked for behind a letter of it, where Quill gives this leaf and not the next
        const [first, from] = this.#quill.getLeaf(start + 1);
        const [last, to] = this.#quill.getLeaf(end);
        if (!(first?.domNode instanceof Text) || !(last?.domNode instanceof Text)) return null;
        const range = this.element.ownerDocument.createRange();
        range.setStart(first.domNode, Math.min(from - 1, first.domNode.length));
        range.setEnd(last.domNode, Math.min(to, last.domNode.length));
        return range;
    }

    offsetAt(x: number, y: number): number | null {
        const place = this.element.ownerDocument.caretPositionFromPoint(x, y);
        const blot = place && this.#quill.scroll.find(place.offsetNode, false);
        if (!blot || !(place.offsetNode instanceof Text)) return null;
        return blot.offset(this.#quill.scroll) + place.offset;
    }

    write(edits: readonly TextEdit[]): void {
        const ops: Op[] = [];
        let at = 0;
        for (const { start, end, insert } of edits) {
            if (start > at) ops.push({ retain: start - at });
            const attributes = this.#quill.getContents(end > start ? start : Math.max(0, start - 1), 1).ops[0]
                ?.attributes;
            if (insert) ops.push(attributes ? { insert, attributes } : { insert });
            if (end > start) ops.push({ delete: end - start });
            at = end;
        }
        this.#quill.history.cutoff();
        this.#quill.updateContents(ops, 'user');
        this.#quill.history.cutoff();
    }

    focus(): void {
        this.#quill.focus({ preventScroll: true });
    }

    readonly #changed = (delta: { ops: Op[] }): void => {
        this.#popup.hide();
        this.session.change(editsOf(delta.ops), this.caret());
        // What a program changed silently was not told
        if (this.session.text.length !== this.#quill.getLength()) {
            this.session.setText(textOf(this.#quill.getContents().ops), this.caret());
        }
    };

    readonly #moved = (): void => {
        this.session.moveCaret(this.caret());
    };
}
