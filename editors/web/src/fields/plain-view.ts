/** A `<textarea>` or `<input>`: its text cannot be marked, so its mirror is. */

import type { TextEdit } from '../types.ts';
import { isTextarea, type PlainElement } from './dom.ts';
import { carried, joined } from '../session/edits.ts';
import type { FieldView } from './field-view.ts';
import type { Stretch } from '../session/text_edit.ts';
import { typeInto } from './insert.ts';
import { Layer } from './layer.ts';
import { Mirror } from './mirror.ts';

export class PlainView implements FieldView {
    readonly element: PlainElement;
    readonly follows = true;
    readonly styleRoot: ShadowRoot;
    readonly #layer: Layer;
    readonly #mirror: Mirror;
    #text = '';
    #seen: DOMRect | null = null;

    constructor(element: PlainElement) {
        this.element = element;
        this.#layer = new Layer(element.ownerDocument);
        this.styleRoot = this.#layer.shadow;
        this.#mirror = new Mirror(element, this.#layer);
    }

    read(): string {
        const text = this.element.value;
        if (text !== this.#text) {
            this.#text = text;
            this.#mirror.write(text);
        }
        return text;
    }

    range(stretch: Stretch): Range | null {
        return stretch.end <= this.#text.length ? this.#mirror.range(stretch) : null;
    }

    selection(): Stretch | null {
        const root = this.element.getRootNode() as Document | ShadowRoot;
        const { selectionStart: start, selectionEnd: end } = this.element;
        return root.activeElement === this.element && start !== null && end !== null ? { start, end } : null;
    }

    visible(): DOMRect | null {
        return this.#seen;
    }

    replace(edits: readonly TextEdit[]): Promise<boolean> {
        const text = this.element.value;
        const edit = joined(text, edits);
        if (text !== this.#text || !edit || this.element.readOnly || this.element.disabled) {
            return Promise.resolve(false);
        }
        const caret = this.element.selectionEnd ?? edit.end;
        const { scrollTop, scrollLeft } = this.element;
        this.element.focus({ preventScroll: true });
        const done = typeInto(this.element, edit.start, edit.end, edit.insert);
        if (done) {
            const at = carried(caret, edits);
            this.element.setSelectionRange(at, at);
        }
        if (isTextarea(this.element)) {
            this.element.scrollTop = scrollTop;
        }
        this.element.scrollLeft = scrollLeft;
        return Promise.resolve(done);
    }

    reposition(): void {
        this.#seen = this.#mirror.reposition();
    }

    remove(): void {
        this.#mirror.remove();
        this.#layer.remove();
    }
}
