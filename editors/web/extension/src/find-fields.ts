/** Finds fields in which Hindi is written, in shadow trees too. */

import { composedClosest, isField, isPlainField } from '../../src/fields/dom.ts';

const CANDIDATES = 'textarea, input, [contenteditable]';

/** Editors that draw their text themselves: their hidden fields hold what is typed, not the article. */
const HIDDEN_INPUTS = '.monaco-editor, .CodeMirror, .ace_editor, .xterm, [data-vartani="off"]';

/** Smaller than a word, in CSS pixels: nobody writes there. */
const MIN_WIDTH = 40;
const MIN_HEIGHT = 12;

const DEVANAGARI = /[\u0900-\u097F]/;

/** The field around an element, if somebody may write prose in it. */
export function fieldAround(element: Element): HTMLElement | null {
    const field = composedClosest(element, isField) as HTMLElement | null;
    return field && field.offsetWidth >= MIN_WIDTH && field.offsetHeight >= MIN_HEIGHT ? field : null;
}

/** Whether Hindi is written in a field. */
export function isHindi(field: HTMLElement): boolean {
    const text = isPlainField(field) ? field.value : field.textContent;
    return DEVANAGARI.test(text) && !composedClosest(field, around => around.matches(HIDDEN_INPUTS));
}

/** All fields with Hindi in a part of the page. */
export function hindiFields(root: Document | ShadowRoot | Element): HTMLElement[] {
    const found: HTMLElement[] = [];
    for (const tree of trees(root)) {
        const own = 'matches' in tree && tree.matches(CANDIDATES) ? [tree] : [];
        for (const candidate of [...own, ...tree.querySelectorAll(CANDIDATES)]) {
            const field = fieldAround(candidate);
            if (field && isHindi(field)) {
                found.push(field);
            }
        }
    }
    return found;
}

/** A part of the page and all shadow trees in it. */
export function trees(root: Document | ShadowRoot | Element): (Document | ShadowRoot | Element)[] {
    const found = [root];
    // Most elements with a shadow tree have a name of their own, which has a hyphen
    for (const element of [...('matches' in root ? [root] : []), ...root.querySelectorAll('*')]) {
        const shadow = element.localName.includes('-') ? shadowOf(element) : null;
        if (shadow) {
            found.push(...trees(shadow));
        }
    }
    return found;
}

/** For which browser the extension is built. */
declare const BROWSER: 'chrome' | 'firefox';

interface ElementOfFirefox extends Element {
    openOrClosedShadowRoot: ShadowRoot | null;
}

function shadowOf(element: Element): ShadowRoot | null {
    // Extensions see closed trees too, in Firefox by a property
    return BROWSER === 'chrome'
        ? chrome.dom.openOrClosedShadowRoot(element as HTMLElement)
        : (element as ElementOfFirefox).openOrClosedShadowRoot;
}
