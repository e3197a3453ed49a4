/** The one card of a field: shown at a word, inside of the outermost window, above the page. */

import { Layer } from './layer.ts';
import { CARD_STYLE } from './card-style.ts';
import { outsideOf, type Outside } from './dom.ts';
import { addSheet } from './styles.ts';

/** Between word and card, and between card and the window's edge, in CSS pixels. */
const GAP = 6;

export class CardBox {
    readonly #element: HTMLElement;
    #layer: Layer | null = null;
    #box: HTMLElement | null = null;

    constructor(element: HTMLElement) {
        this.#element = element;
    }

    /** Shows a card at a rectangle of the element's own window. */
    show(content: HTMLElement, at: DOMRect): void {
        this.hide();
        const outside = outsideOf(this.#element);
        const { document } = outside.window;
        if (!this.#layer) {
            this.#layer = new Layer(document);
            addSheet(this.#layer.shadow, CARD_STYLE);
        }
        this.#layer.standOver(outside.element);
        this.#box = document.createElement('div');
        this.#box.className = 'box';
        this.#box.tabIndex = -1;
        this.#box.setAttribute('role', 'dialog');
        this.#box.setAttribute('aria-label', 'वर्तनी');
        this.#box.append(content);
        this.#layer.shadow.append(this.#box);
        const { left, top } = outside;
        this.#place(this.#box, new DOMRect(at.left + left, at.top + top, at.width, at.height), outside);
    }

    get shown(): boolean {
        return this.#box !== null;
    }

    /** The place of the card in the outermost window. */
    rect(): DOMRect | null {
        return this.#box?.getBoundingClientRect() ?? null;
    }

    /** Moves the focus into the card. */
    focus(): void {
        const box = this.#box;
        (box?.querySelector<HTMLElement>('button, a') ?? box)?.focus({ preventScroll: true });
    }

    hide(): void {
        this.#box?.remove();
        this.#box = null;
    }

    remove(): void {
        this.hide();
        this.#layer?.remove();
        this.#layer = null;
    }

    #place(box: HTMLElement, at: DOMRect, { window }: Outside): void {
        const origin = this.#layer?.origin();
        if (!origin) {
            return;
        }
        const room = Math.max(at.top, window.innerHeight - at.bottom, 96) - 2 * GAP;
        box.style.maxHeight = `${room}px`;
        const { width, height } = box.getBoundingClientRect();
        const below = at.bottom + GAP;
        const above = at.top - GAP - height;
        const top = below + height <= window.innerHeight || above < 0 ? below : above;
        const left = Math.max(GAP, Math.min(at.left, window.innerWidth - width - GAP));
        box.style.left = `${left - origin.left}px`;
        box.style.top = `${top - origin.top}px`;
    }
}
