/** Marks by the CSS Custom Highlight API: ranges with a style of their own, and no change to the document. */

import type { Show } from '../session/session.ts';
import type { Stretch } from '../session/text_edit.ts';
import type { Diagnostic, Severity } from '../types.ts';
import { BY_SEVERITY } from '../ui/words.ts';
import { rootOf, windowOf } from './dom.ts';
import { addSheet } from './styles.ts';

/** How marks of each severity look. Form and colour differ, so that nobody needs to tell colours apart. */
const STYLE = `
::highlight(vartani-error) { text-decoration: underline wavy #d3302f 1.5px; }
::highlight(vartani-warning) { text-decoration: underline wavy #b06f00 1.5px; }
::highlight(vartani-information) { text-decoration: underline dashed #1f6fd0 1.5px; }
::highlight(vartani-hint) { text-decoration: underline dotted #6a6f78 2px; }
::highlight(vartani-error), ::highlight(vartani-warning),
::highlight(vartani-information), ::highlight(vartani-hint) { text-decoration-skip-ink: none; }
`;

interface Mark {
    severity: Severity;
    range: Range;
}

/** Where words are on the page, or null where they are not shown. */
export type RangeOf = (stretch: Stretch) => Range | null;

/** Whether a window can mark text without changing the document. */
export function canHighlight(window: Window & typeof globalThis): boolean {
    return 'Highlight' in window && 'highlights' in window.CSS;
}

/** A way to show marks in a document, or null where the browser cannot mark words. */
export function highlighterFor(element: HTMLElement): Highlighter | null {
    const window = windowOf(element);
    return canHighlight(window) ? new Highlighter(window, rootOf(element)) : null;
}

/** How a session shows marks by highlights, if there are any. */
export function showBy(highlighter: Highlighter | null, rangeOf: RangeOf): Show | null {
    return (
        highlighter &&
        (marks => {
            highlighter.show(marks, rangeOf);
        })
    );
}

/** The marks of one field. */
export class Highlighter {
    readonly #window: Window & typeof globalThis;
    readonly #root: Document | ShadowRoot | null;
    #marks: Mark[] = [];

    /** `root` is the tree that gets the style of marks; a page that has a style of its own for them gives none. */
    constructor(window: Window & typeof globalThis, root: Document | ShadowRoot | null) {
        this.#window = window;
        this.#root = root;
    }

    /** Shows these marks and no others, where `rangeOf` says that their words are; some may be nowhere on the page. */
    show(diagnostics: readonly Diagnostic[], rangeOf: RangeOf): void {
        this.#takeAway();
        this.#marks = diagnostics.flatMap(diagnostic => {
            const range = rangeOf(diagnostic);
            return range ? [{ severity: diagnostic.severity, range }] : [];
        });
        if (this.#root && this.#marks.length > 0) {
            addStyle(this.#root);
        }
        for (const { severity, range } of this.#marks) {
            this.#highlight(severity).add(range);
        }
    }

    remove(): void {
        this.#takeAway();
        this.#marks = [];
    }

    #takeAway(): void {
        for (const { severity, range } of this.#marks) {
            this.#window.CSS.highlights.get(nameOf(severity))?.delete(range);
        }
    }

    /** The highlight that all fields of the window share. A page may have cleared the registry. */
    #highlight(severity: Severity): Highlight {
        const registry = this.#window.CSS.highlights;
        const known = registry.get(nameOf(severity));
        if (known) {
            return known;
        }
        const made = new this.#window.Highlight();
        made.priority = BY_SEVERITY.length - BY_SEVERITY.indexOf(severity);
        registry.set(nameOf(severity), made);
        return made;
    }
}

function nameOf(severity: Severity): string {
    return `vartani-${severity}`;
}

const styled = new WeakMap<Document | ShadowRoot, () => boolean>();

/** Puts the style of marks into a tree, unless it is there. A page may have taken it away. */
function addStyle(root: Document | ShadowRoot): void {
    if (styled.get(root)?.() !== true) {
        styled.set(root, addSheet(root, STYLE));
    }
}
