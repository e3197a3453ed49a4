/** The fields of one frame that have marks: found when they appear, are focused or written in; left when they are gone. */

import { type AttachedField, attachField } from '../../src/fields/index.ts';
import type { Checker, Locale } from '../../src/types.ts';
import { fieldAround, hindiFields, isHindi, trees } from './find-fields.ts';

/** How often the page is searched for what came and went without being focused, in milliseconds. */
const SEARCH_INTERVAL = 1500;

/** Maximum number of fields of one frame with marks. */
const MAX_FIELDS = 40;

export class FieldsOfPage {
    readonly #checker: Checker;
    readonly #fields = new Map<HTMLElement, AttachedField>();
    readonly #stop = new AbortController();
    readonly #changes: MutationObserver;
    #locale: Locale;
    #focused: HTMLElement | null = null;
    #changed = true;
    #timer: number;
    focusedAt = 0;

    constructor(checker: Checker, locale: Locale) {
        this.#checker = checker;
        this.#locale = locale;
        const listen = { signal: this.#stop.signal, capture: true, passive: true };
        for (const name of ['focusin', 'input'] as const) {
            window.addEventListener(name, this.#touched, listen);
        }
        this.#changes = new MutationObserver(() => {
            this.#changed = true;
        });
        this.#changes.observe(document, { childList: true, subtree: true, attributeFilter: ['contenteditable'] });
        this.#timer = window.setInterval(this.#search, SEARCH_INTERVAL);
        if (document.readyState !== 'loading') {
            this.#search();
        } else {
            document.addEventListener('DOMContentLoaded', this.#search, { once: true, signal: this.#stop.signal });
        }
    }

    /** The field in which somebody wrote last, or the only one. */
    current(): AttachedField | null {
        const [first] = this.#fields.values();
        return (this.#focused && this.#fields.get(this.#focused)) ?? first ?? null;
    }

    get size(): number {
        return this.#fields.size;
    }

    /** Checks everything again, in another language perhaps. */
    refresh(locale: Locale): void {
        if (locale === this.#locale) {
            this.#fields.forEach(field => void field.refresh());
        } else {
            this.#locale = locale;
            const elements = [...this.#fields.keys()];
            this.#leaveAll();
            elements.forEach(element => {
                this.#attach(element);
            });
        }
    }

    stop(): void {
        this.#stop.abort();
        this.#changes.disconnect();
        window.clearInterval(this.#timer);
        this.#leaveAll();
    }

    readonly #touched = (event: Event): void => {
        const target = event.composedPath()[0];
        const element = target instanceof Element ? innermost(target) : null;
        const field = element && fieldAround(element);
        if (field) {
            this.#focused = field;
            this.focusedAt = Date.now();
            this.#attachIfHindi(field);
        }
    };

    readonly #search = (): void => {
        for (const [element, field] of this.#fields) {
            if (!element.isConnected) {
                field.detach();
                this.#fields.delete(element);
            }
        }
        if (document.visibilityState === 'visible' && (this.#changed || hasShadow())) {
            this.#changed = false;
            hindiFields(document).forEach(field => {
                this.#attach(field);
            });
        }
        // A page may have held back the event that tells of the focus
        const active = document.activeElement && fieldAround(innermost(document.activeElement));
        if (active) {
            this.#attachIfHindi(active);
        }
    };

    #attachIfHindi(field: HTMLElement): void {
        if (!this.#fields.has(field) && isHindi(field)) {
            this.#attach(field);
        }
    }

    #attach(element: HTMLElement): void {
        if (!this.#fields.has(element) && this.#fields.size < MAX_FIELDS) {
            this.#fields.set(element, attachField(element, this.#checker, { locale: this.#locale }));
        }
    }

    #leaveAll(): void {
        this.#fields.forEach(field => {
            field.detach();
        });
        this.#fields.clear();
    }
}

/** The focused element inside of shadow trees. */
function innermost(element: Element): Element {
    let at = element;
    for (let next = at.shadowRoot?.activeElement; next; next = at.shadowRoot?.activeElement) {
        at = next;
    }
    return at;
}

function hasShadow(): boolean {
    return trees(document).length > 1;
}
