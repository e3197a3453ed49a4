/** When a card is shown: the pointer rests on a mark, or Alt+Enter is pressed at one. */

import type { Card, Diagnostic, Fix } from '../types.ts';
import { createCard } from '../ui/card.ts';
import type { FieldOptions } from './options.ts';
import { CardBox } from './card-box.ts';
import { composedClosest, outsideOf, windowOf } from './dom.ts';
import { sentence } from '../session/sentences.ts';
import type { FieldSession } from './session.ts';

/** So long the pointer rests before a card is shown, and so long it may be away before the card goes. */
const SHOW_DELAY = 250;
const HIDE_DELAY = 350;

/** The pointer may miss word and card by so much on its way between them. */
const SLACK = 8;

export class Cards {
    readonly #session: FieldSession;
    readonly #options: FieldOptions;
    readonly #box: CardBox;
    readonly #stop: AbortController;
    readonly #window: Window & typeof globalThis;
    #mark: Diagnostic | null = null;
    #timer: number | undefined;

    constructor(session: FieldSession, options: FieldOptions) {
        const { element } = session.view;
        this.#session = session;
        this.#options = options;
        this.#box = new CardBox(element);
        this.#window = windowOf(element);
        this.#stop = new this.#window.AbortController();
        const listen = { signal: this.#stop.signal, capture: true };
        // A card is shown outside of the frame in which its field is
        for (const window of new Set([this.#window, outsideOf(element).window])) {
            window.addEventListener('pointermove', this.#pointed, { ...listen, passive: true });
            window.addEventListener('keydown', this.#pressed, listen);
            window.addEventListener('scroll', this.#hide, { ...listen, passive: true });
            window.addEventListener('pointerdown', this.#clicked, { ...listen, passive: true });
        }
        element.addEventListener('input', this.#hide, { ...listen, passive: true });
        this.#window.addEventListener('pagehide', this.#hide, { ...listen, passive: true });
    }

    /** Shows the card of a mark. */
    show(mark: Diagnostic): boolean {
        const rect = this.#rects(mark)[0];
        if (!rect) {
            return false;
        }
        this.#mark = mark;
        this.#open([mark], null, rect);
        return true;
    }

    #open(marks: readonly Diagnostic[], known: Card | null, at: DOMRect): void {
        const { ownerDocument } = this.#session.view.element;
        const actions = { fix: (fix: Fix, mark: Diagnostic): void => void this.#fix(mark, fix) };
        this.#box.show(createCard(marks, known, this.#options.locale ?? 'hi', actions, ownerDocument), at);
    }

    /** Shows what is known of a place without a mark, and moves the focus there. */
    async #tellOf(offset: number): Promise<void> {
        const known = await this.#session.hover(offset);
        const rect = known && this.#session.view.range(known)?.getBoundingClientRect();
        if (known && rect) {
            this.#open([], known, rect);
            this.#box.focus();
        }
    }

    remove(): void {
        this.#stop.abort();
        this.#window.clearTimeout(this.#timer);
        this.#box.remove();
    }

    async #fix(mark: Diagnostic, fix: Fix): Promise<void> {
        this.#hide();
        if (!(await this.#session.fix(mark, fix))) {
            const content = this.#session.view.element.ownerDocument.createElement('p');
            content.className = 'vartani-card';
            content.setAttribute('role', 'status');
            content.textContent = sentence('notWritten', this.#options.locale ?? 'hi');
            this.#box.show(content, this.#rects(mark)[0] ?? this.#session.view.element.getBoundingClientRect());
        }
    }

    readonly #hide = (): void => {
        this.#window.clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#mark = null;
        this.#box.hide();
    };

    readonly #clicked = (event: PointerEvent): void => {
        if (this.#box.shown && !this.#isOverCard(event, 0)) {
            this.#hide();
        }
    };

    readonly #pointed = (event: PointerEvent): void => {
        const { clientX: x, clientY: y } = event;
        if (this.#isOverCard(event, SLACK)) {
            this.#after(0, () => undefined);
            return;
        }
        const mark = this.#isOver(event) ? this.#markAt(x, y) : null;
        if (mark && mark !== this.#mark) {
            this.#after(SHOW_DELAY, () => this.show(mark));
        } else if (!mark && this.#box.shown) {
            this.#after(HIDE_DELAY, this.#hide);
        } else {
            this.#after(0, () => undefined);
        }
    };

    readonly #pressed = (event: KeyboardEvent): void => {
        if (!event.isTrusted) {
            return;
        }
        if (event.key === 'Escape' && this.#box.shown) {
            this.#hide();
            this.#session.view.element.focus({ preventScroll: true });
            event.stopPropagation();
        } else if (isAltEnter(event) && event.view === this.#window) {
            const caret = this.#session.view.selection();
            const mark =
                caret && this.#session.marks().find(({ start, end }) => start <= caret.end && caret.start <= end);
            if (mark && this.show(mark)) {
                this.#box.focus();
                event.preventDefault();
                event.stopPropagation();
            } else if (caret) {
                void this.#tellOf(caret.start);
            }
        }
    };

    #after(delay: number, what: () => unknown): void {
        this.#window.clearTimeout(this.#timer);
        this.#timer = this.#window.setTimeout(what, delay);
    }

    #isOverCard(event: PointerEvent, slack: number): boolean {
        const rect = this.#box.rect();
        if (!rect) {
            return false;
        }
        const { window, left, top } = outsideOf(this.#session.view.element);
        const [x, y] = event.view === window ? [0, 0] : [left, top];
        return contains(rect, event.clientX + x, event.clientY + y, slack);
    }

    /** Whether the pointer is over the field, and not over something that covers it. */
    #isOver(event: PointerEvent): boolean {
        const { element } = this.#session.view;
        const target = event.composedPath()[0];
        // From outside of a shadow tree, its host is the target
        return (
            target instanceof this.#window.Node &&
            (element.contains(target) || composedClosest(element, around => around === target) !== null)
        );
    }

    #markAt(x: number, y: number): Diagnostic | null {
        const marks = this.#session.marks();
        // The narrowest of those that lie over each other
        const hit = marks.filter(mark => this.#rects(mark).some(rect => contains(rect, x, y, 0)));
        return hit.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
    }

    #rects(mark: Diagnostic): DOMRect[] {
        const seen = this.#session.view.visible();
        const rects = this.#session.view.range(mark)?.getClientRects() ?? [];
        return seen ? Array.from(rects).filter(rect => overlap(rect, seen)) : [];
    }
}

function isAltEnter({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    return key === 'Enter' && altKey && !ctrlKey && !metaKey && !shiftKey;
}

function contains(rect: DOMRect, x: number, y: number, slack: number): boolean {
    return x >= rect.left - slack && x <= rect.right + slack && y >= rect.top - slack && y <= rect.bottom + slack;
}

function overlap(a: DOMRect, b: DOMRect): boolean {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
