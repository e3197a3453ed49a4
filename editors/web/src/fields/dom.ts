/** Questions to the page's DOM that no page can answer for itself: elements of other windows are told by name, not by class. */

/** Types of `<input>` in which prose is written. */
const PROSE_TYPES = new Set(['text', 'search']);

/** What browsers fill in by themselves is no prose, and nobody's business. */
const FILLED_IN = /^(?:cc-|one-time-code|(?:current|new)-password|username|email|tel|url|bday)/;

/** A `<textarea>` or an `<input>` of a type in which prose is written. */
export type PlainElement = HTMLTextAreaElement | HTMLInputElement;

export function isTextarea(element: Element): element is HTMLTextAreaElement {
    return element.localName === 'textarea' && 'value' in element;
}

export function isPlainField(element: Element): element is PlainElement {
    return isTextarea(element) || (isInput(element) && PROSE_TYPES.has(element.type));
}

/** Whether an element is the outermost editable one. */
export function isEditingHost(element: Element): element is HTMLElement {
    if (!('isContentEditable' in element) || element.isContentEditable !== true) {
        return false;
    }
    const parent = element.parentElement;
    return parent?.isContentEditable !== true;
}

/** Whether somebody may write prose in an element. */
export function isField(element: Element): element is HTMLElement {
    if (isPlainField(element)) {
        return !element.readOnly && !element.disabled && !FILLED_IN.test(element.autocomplete);
    }
    return isEditingHost(element);
}

/** The parent, out of shadow trees too. */
export function composedParent(node: Node): Node | null {
    return node.parentNode ?? ('host' in node ? (node.host as Element) : null);
}

/** The nearest element around a node that passes, out of shadow trees too. */
export function composedClosest(node: Node, test: (element: Element) => boolean): Element | null {
    for (let at: Node | null = node; at; at = composedParent(at)) {
        if (isElement(at) && test(at)) {
            return at;
        }
    }
    return null;
}

export function isElement(node: Node): node is Element {
    return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
    return node.nodeType === 3;
}

/** The document or shadow tree in which an element stands. */
export function rootOf(element: Element): Document | ShadowRoot {
    const root = element.getRootNode();
    return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot) : element.ownerDocument;
}

/** The window in which an element is shown. */
export function windowOf(element: Element): Window & typeof globalThis {
    const view = element.ownerDocument.defaultView;
    if (!view) {
        throw new Error('the element is in no window');
    }
    return view;
}

/** Where an element is seen from. */
export interface Outside {
    window: Window & typeof globalThis;
    /** The element, or the frame in which it is. */
    element: HTMLElement;
    /** The corner of the element's own window in `window`, in CSS pixels. */
    left: number;
    top: number;
}

/** An element from the outermost window that may look into its frame: a frame cuts off what is shown inside of it. */
export function outsideOf(element: HTMLElement): Outside {
    const outside: Outside = { window: windowOf(element), element, left: 0, top: 0 };
    for (;;) {
        // Null where the frame is of another origin
        const frame = outside.window.frameElement as HTMLElement | null;
        if (!frame) {
            return outside;
        }
        outside.window = windowOf(frame);
        outside.element = frame;
        const rect = frame.getBoundingClientRect();
        const { paddingLeft, paddingTop } = outside.window.getComputedStyle(frame);
        outside.left += rect.left + frame.clientLeft + Number.parseFloat(paddingLeft);
        outside.top += rect.top + frame.clientTop + Number.parseFloat(paddingTop);
    }
}

function isInput(element: Element): element is HTMLInputElement {
    return element.localName === 'input' && 'value' in element;
}
