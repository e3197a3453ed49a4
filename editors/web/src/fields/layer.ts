/**
 * The one element of ours in a page: beside the body, without a place in its flow, deaf to the pointer. What is drawn
 * over fields and the cards stand in its shadow tree, where neither the page's styles nor its scripts reach.
 */

import { composedClosest } from './dom.ts';
import { addSheet } from './styles.ts';

/** The name of the element. */
export const LAYER = 'vartani-layer';

const STYLE = `
:host { all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important; width: 0 !important;
    height: 0 !important; border: 0 !important; padding: 0 !important; margin: 0 !important; overflow: visible !important;
    pointer-events: none !important; z-index: 2147483647 !important; display: block !important; }
`;

/** A layer in one document. */
export class Layer {
    readonly shadow: ShadowRoot;
    readonly #host: HTMLElement;

    constructor(document: Document) {
        this.#host = document.createElement(LAYER);
        this.#host.setAttribute('data-vartani', 'off');
        this.shadow = this.#host.attachShadow({ mode: 'closed' });
        addSheet(this.shadow, STYLE);
    }

    /** Stands where it can be seen over an element: in the page, or in the dialog on top of it. */
    standOver(element: Element): void {
        const home = composedClosest(element, isOnTop) ?? element.ownerDocument.documentElement;
        if (this.#host.parentNode !== home) {
            home.append(this.#host);
        }
    }

    /** The corner from which absolute positions in the layer count, in the window. */
    origin(): DOMRect {
        return this.#host.getBoundingClientRect();
    }

    remove(): void {
        this.#host.remove();
    }
}

/** Whether an element was lifted over the page, so that what stands beside it is hidden or dead. */
function isOnTop(element: Element): boolean {
    return ['dialog:modal', ':popover-open', ':fullscreen'].some(selector => {
        try {
            return element.matches(selector) && element !== element.ownerDocument.documentElement;
        } catch {
            // An old browser does not know the selector, so nothing is lifted that way
            return false;
        }
    });
}
