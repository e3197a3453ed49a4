import type { Card, Diagnostic, Fix, Locale } from '../src/types.ts';
import { createCard } from '../src/ui/card.ts';
import { placeCard } from '../src/ui/place.ts';
import type { ArticleField } from './field.ts';
import type { Mark, Marks } from './marks.ts';
import type { DomPoint } from './text_map.ts';
import { WORDS } from './words.ts';

/** What cards need of the page. */
export interface CardsOptions {
    field: ArticleField;
    marks: Marks;
    /** The element that becomes the card. */
    element: HTMLElement;
    locale: () => Locale;
    hover: (offset: number) => Promise<Card | null>;
    fix: (fix: Fix, diagnostic: Diagnostic) => void;
    go: (start: number) => void;
}

/** The one card of the page. */
export class Cards {
    readonly #page: CardsOptions;
    /** The words that it speaks of; `null` while there is no card. */
    #words: Range | null = null;
    /** Whether it stays until it is closed, and not only while the mouse is near. */
    #isPinned = false;
    /** Counts what was asked for, so that a late answer opens nothing. */
    #asked = 0;

    constructor(page: CardsOptions) {
        this.#page = page;
        const { element } = page;
        element.addEventListener('focusout', event => {
            const to = event.relatedTarget;
            if (to instanceof Node && !element.contains(to)) this.close();
        });
        const place = (): void => {
            this.#place();
        };
        window.addEventListener('scroll', place, { passive: true, capture: true });
        window.addEventListener('resize', place);
    }

    get isOpen(): boolean {
        return this.#words !== null;
    }

    get isPinned(): boolean {
        return this.isOpen && this.#isPinned;
    }

    /** Whether the mouse or the focus is in the card. */
    get isUsed(): boolean {
        const { element } = this.#page;
        return this.isOpen && (element.matches(':hover') || element.contains(document.activeElement));
    }

    /** Opens the card at a place in the field; closes it where there is nothing to say. */
    async openAt(point: DomPoint, { pinned = false, focused = false, known = true } = {}): Promise<void> {
        const { field, marks } = this.#page;
        const asked = ++this.#asked;
        const here = marks.all.filter(({ range }) => !range.collapsed && holds(range, point));
        const offset = known ? field.map.offset(point.node, point.offset) : null;
        const card = offset === null ? null : await this.#page.hover(offset).catch(() => null);
        if (asked !== this.#asked) return;
        const words = here[0]?.range ?? (card && field.map.range(card.start, card.end));
        if (words) this.#show(here, card, words, pinned, focused);
        else this.close();
    }

    close(): void {
        this.#asked++;
        if (!this.#words) return;
        const { element, field, marks } = this.#page;
        const hadFocus = element.contains(document.activeElement);
        this.#words = null;
        this.#isPinned = false;
        element.hidden = true;
        element.replaceChildren();
        marks.setCurrent(null);
        if (hadFocus) field.element.focus({ preventScroll: true });
    }

    #show(here: readonly Mark[], known: Card | null, words: Range, pinned: boolean, focused: boolean): void {
        const { element, locale, fix, go, marks } = this.#page;
        const card = createCard(
            here.map(mark => mark.diagnostic),
            known,
            locale(),
            {
                fix,
                go: place => {
                    go(place.start);
                },
            },
        );
        const close = document.createElement('button');
        close.type = 'button';
        close.className = 'card-close';
        close.textContent = '×';
        close.setAttribute('aria-label', WORDS.close[locale()]);
        close.addEventListener('click', () => {
            this.close();
        });
        element.replaceChildren(card, close);
        element.hidden = false;
        this.#words = words;
        this.#isPinned = pinned;
        marks.setCurrent(here[0] ?? null);
        this.#place();
        if (focused) element.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
    }

    #place(): void {
        if (!this.#words) return;
        const rect = this.#words.getClientRects()[0];
        if (!rect || rect.bottom < 0 || rect.top > window.innerHeight) this.close();
        else placeCard(this.#page.element, rect);
    }
}

function holds(range: Range, point: DomPoint): boolean {
    try {
        return range.isPointInRange(point.node, point.offset);
    } catch {
        // The place is gone from the page
        return false;
    }
}
