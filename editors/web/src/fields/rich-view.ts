/** A `contenteditable` element: its own text is marked. */

import type { TextEdit } from '../types.ts';
import { rootOf, windowOf } from './dom.ts';
import { carried, joined } from '../session/edits.ts';
import type { FieldView } from './field-view.ts';
import type { Stretch } from '../session/text_edit.ts';
import { correct } from './insert.ts';
import { RichReading } from './rich-reading.ts';
import { selectionIn } from './rich-selection.ts';
import { visiblePart } from './visible-part.ts';

/** Editors take over a new selection when the browser tells them of it, a moment later. */
const SELECTION_TIMEOUT = 50;

export class RichView implements FieldView {
    readonly element: HTMLElement;
    readonly follows = false;
    readonly styleRoot: Document | ShadowRoot;
    #reading: RichReading;

    constructor(element: HTMLElement) {
        this.element = element;
        this.styleRoot = rootOf(element);
        this.#reading = new RichReading(element);
    }

    read(): string {
        this.#reading = new RichReading(this.element);
        return this.#reading.text;
    }

    range(stretch: Stretch): Range | null {
        const ends = this.#reading.ends(stretch);
        if (!ends || !this.element.contains(ends.start.node) || !this.element.contains(ends.end.node)) {
            return null;
        }
        const range = this.element.ownerDocument.createRange();
        try {
            range.setStart(ends.start.node, ends.start.offset);
            range.setEnd(ends.end.node, ends.end.offset);
        } catch {
            // The page has shortened a node since it was read
            return null;
        }
        return range;
    }

    selection(): Stretch | null {
        const range = selectionIn(this.element);
        if (!range) {
            return null;
        }
        try {
            const start = this.#reading.offset(range.startContainer, range.startOffset);
            const end = this.#reading.offset(range.endContainer, range.endOffset);
            return { start, end: Math.max(start, end) };
        } catch {
            // The page has taken nodes away since it was read
            return null;
        }
    }

    visible(): DOMRect | null {
        return visiblePart(this.element, this.element.getBoundingClientRect());
    }

    async replace(edits: readonly TextEdit[]): Promise<boolean> {
        const text = this.#reading.text;
        const caret = this.selection();
        const steps = this.#steps(text, edits);
        if (steps.length === 0 || !this.element.isContentEditable) {
            return false;
        }
        this.element.focus({ preventScroll: true });
        let expected = text;
        for (const step of steps.toReversed()) {
            if (this.read() !== expected || !(await this.#select(step)) || this.read() !== expected) {
                return false;
            }
            const selected = selectionIn(this.element);
            if (!selected) {
                return false;
            }
            expected = expected.slice(0, step.start) + step.insert + expected.slice(step.end);
            correct(this.element, selected, step.insert);
            // An editor with a model of its own may write a moment later
            await this.#pause(() => this.read() === expected);
        }
        const done = this.read() === expected;
        if (done && caret) {
            const at = carried(caret.end, edits);
            await this.#select({ start: at, end: at });
        }
        return done;
    }

    reposition(): void {
        // Ranges move with the nodes in which they are
    }

    remove(): void {
        // Nothing stands in the page
    }

    /** Edits of one text node are one step, so that one Ctrl+Z takes them back; others would flatten what is between. */
    #steps(text: string, edits: readonly TextEdit[]): TextEdit[] {
        const whole = joined(text, edits);
        const ends = whole && whole.end > whole.start ? this.#reading.ends(whole) : null;
        return whole && ends && ends.start.node === ends.end.node ? [whole] : [...edits];
    }

    async #select(stretch: Stretch): Promise<boolean> {
        const ends =
            stretch.end > stretch.start
                ? this.#reading.ends(stretch)
                : ((place = this.#reading.place(stretch.start)) => place && { start: place, end: place })();
        const selection = this.element.ownerDocument.getSelection();
        if (!ends || !selection) {
            return false;
        }
        const told = this.#nextSelection();
        selection.setBaseAndExtent(ends.start.node, ends.start.offset, ends.end.node, ends.end.offset);
        await told;
        return true;
    }

    #nextSelection(): Promise<void> {
        const document = this.element.ownerDocument;
        return new Promise(done => {
            const told = (): void => {
                document.removeEventListener('selectionchange', told, true);
                // Behind the page's own listeners
                windowOf(this.element).setTimeout(done, 0);
            };
            document.addEventListener('selectionchange', told, true);
            windowOf(this.element).setTimeout(told, SELECTION_TIMEOUT);
        });
    }

    /** Waits until something holds, but not for long. */
    async #pause(until: () => boolean): Promise<void> {
        for (let times = 0; times < 10 && !until(); times += 1) {
            await new Promise(done => windowOf(this.element).setTimeout(done, 10));
        }
    }
}
