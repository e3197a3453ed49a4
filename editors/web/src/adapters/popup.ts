/** The card of an editor: shown where the pointer rests or a finger taps, and at the caret by Alt+Enter. */

import type { Diagnostic, Fix, TextEdit } from '../types.ts';
import { createCard } from '../ui/card.ts';
import { placeCard } from '../ui/place.ts';
import { CARD_STYLE } from '../fields/card-style.ts';
import { addSheet } from '../fields/styles.ts';
import type { Stretch } from '../session/text_edit.ts';
import type { SessionOptions } from '../session/options.ts';
import type { Session } from '../session/session.ts';

/** So long the pointer rests before a card is shown, and so long it may be away before the card goes, in milliseconds. */
const SHOW_DELAY = 250;
const HIDE_DELAY = 350;

/** What a card needs of its editor. */
export interface MarkedEditor {
    /** The editable element. */
    readonly element: HTMLElement;
    readonly session: Session;
    /** A range over a stretch of the text, or null if it is not shown. */
    range(stretch: Stretch): Range | null;
    /** The place in the text at a point of the window, or null. */
    offsetAt(x: number, y: number): number | null;
    /** The caret, or null if there is none. */
    caret(): number | null;
    /** Writes edits as one step of the history. They are in the order of the text, all offsets in the text as it is. */
    write(edits: readonly TextEdit[]): void;
    focus(): void;
}

export class Popup {
    readonly #editor: MarkedEditor;
    readonly #options: SessionOptions;
    readonly #host: HTMLElement;
    readonly #root: ShadowRoot;
    readonly #stop = new AbortController();
    #card: HTMLElement | null = null;
    #shownAt = -1;
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(editor: MarkedEditor, options: SessionOptions) {
        this.#editor = editor;
        this.#options = options;
        const page = editor.element.ownerDocument;
        this.#host = page.createElement('div');
        this.#host.className = 'vartani-popup';
        this.#root = this.#host.attachShadow({ mode: 'open' });
        addSheet(this.#root, `${CARD_STYLE} .box { position: fixed; z-index: 2147483000; }`);
        page.body.append(this.#host);

        const listen = { signal: this.#stop.signal };
        const { element } = editor;
        element.addEventListener(
            'pointermove',
            event => {
                this.#point(event);
            },
            listen,
        );
        element.addEventListener(
            'pointerleave',
            () => {
                this.#after(HIDE_DELAY, () => {
                    this.hide();
                });
            },
            listen,
        );
        element.addEventListener(
            'click',
            event => {
                this.#click(event);
            },
            listen,
        );
        element.addEventListener(
            'keydown',
            event => {
                this.#press(event);
            },
            { ...listen, capture: true },
        );
        this.#host.addEventListener(
            'pointerenter',
            () => {
                clearTimeout(this.#timer);
            },
            listen,
        );
        this.#host.addEventListener(
            'pointerleave',
            () => {
                this.#after(HIDE_DELAY, () => {
                    this.hide();
                });
            },
            listen,
        );
        this.#host.addEventListener(
            'keydown',
            event => {
                this.#leave(event);
            },
            listen,
        );
        page.addEventListener(
            'pointerdown',
            event => {
                if (!event.composedPath().includes(this.#host)) this.hide();
            },
            { ...listen, capture: true },
        );
        page.addEventListener(
            'scroll',
            () => {
                this.hide();
            },
            { ...listen, capture: true, passive: true },
        );
    }

    hide(): void {
        clearTimeout(this.#timer);
        this.#shownAt = -1;
        this.#card?.remove();
        this.#card = null;
    }

    end(): void {
        this.hide();
        this.#stop.abort();
        this.#host.remove();
    }

    /** Shows what is said of a place: marks, and what is known. False if nothing is. */
    async show(offset: number): Promise<boolean> {
        const { session, element } = this.#editor;
        this.#shownAt = offset;
        const marks = session.marksAt(offset);
        const known = await session.hover(offset);
        const stretch = marks[0] ?? known;
        const range = stretch && this.#editor.range(stretch);
        if (this.#shownAt !== offset || !range || this.#stop.signal.aborted) return false;
        this.#card?.remove();
        const card = createCard(
            marks,
            known,
            this.#options.locale ?? 'hi',
            {
                fix: (fix, mark) => {
                    this.#take(mark, fix);
                },
            },
            element.ownerDocument,
        );
        card.setAttribute('role', 'dialog');
        card.setAttribute('aria-label', session.text.slice(stretch.start, stretch.end));
        this.#card = element.ownerDocument.createElement('div');
        this.#card.className = 'box';
        this.#card.append(card);
        this.#root.append(this.#card);
        placeCard(this.#card, range.getBoundingClientRect());
        return true;
    }

    #take(mark: Diagnostic, fix: Fix): void {
        this.hide();
        this.#editor.session.take(mark, fix, edits => {
            this.#editor.write(edits);
        });
        this.#editor.focus();
    }

    #point({ clientX, clientY, buttons }: PointerEvent): void {
        if (buttons !== 0) return;
        this.#after(SHOW_DELAY, () => {
            const offset = this.#placeAt(clientX, clientY);
            if (offset === null) this.hide();
            else if (!this.#covers(offset)) void this.show(offset);
        });
    }

    #click({ clientX, clientY }: MouseEvent): void {
        const offset = this.#placeAt(clientX, clientY);
        if (offset !== null && this.#editor.session.marksAt(offset).length > 0) void this.show(offset);
    }

    /** The place in the text whose letters are at a point; between lines and behind their ends there is none. */
    #placeAt(x: number, y: number): number | null {
        const offset = this.#editor.offsetAt(x, y);
        if (offset === null) return null;
        const around = { start: Math.max(0, offset - 1), end: Math.min(this.#editor.session.text.length, offset + 1) };
        const stretch = this.#editor.session.marksAt(offset)[0] ?? around;
        const rects = this.#editor.range(stretch)?.getClientRects() ?? [];
        const isOver = Array.from(rects).some(
            rect => x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top && y <= rect.bottom,
        );
        return isOver ? offset : null;
    }

    /** Whether the card that is shown is about this place too. */
    #covers(offset: number): boolean {
        if (!this.#card) return false;
        const [shown] = this.#editor.session.marksAt(this.#shownAt);
        return shown !== undefined && this.#editor.session.marksAt(offset).includes(shown);
    }

    #press(event: KeyboardEvent): void {
        const isPlainAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (event.key === 'Enter' && isPlainAlt) {
            const caret = this.#editor.caret();
            if (caret === null) return;
            event.preventDefault();
            event.stopImmediatePropagation();
            void this.show(caret).then(isShown => {
                if (isShown) this.#card?.querySelector('button')?.focus({ preventScroll: true });
            });
        } else if (event.key === 'Escape' && this.#card) {
            event.preventDefault();
            event.stopImmediatePropagation();
            this.hide();
        } else if (!event.altKey) {
            this.hide();
        }
    }

    #leave(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.hide();
        this.#editor.focus();
    }

    #after(delay: number, what: () => void): void {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(what, delay);
    }
}
