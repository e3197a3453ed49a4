/** Marks by the CSS Custom Highlight API: ranges with a style of their own, and no change to the document. */

import type { Severity } from '../types.ts';
import { addSheet } from './styles.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** How marks of each severity look. Form and colour differ, so that nobody needs to tell colours apart. */
const STYLE = `
::highlight(vartani-error) { text-decoration: underline wavy #d3302f 1.5px; }
::highlight(vartani-warning) { text-decoration: underline wavy #b06f00 1.5px; }
::highlight(vartani-information) { text-decoration: underline dashed #1f6fd0 1.5px; }
::highlight(vartani-hint) { text-decoration: underline dotted #6a6f78 2px; }
::highlight(vartani-error), ::highlight(vartani-warning),
::highlight(vartani-information), ::highlight(vartani-hint) { text-decoration-skip-ink: none; }
`;

export interface Mark {
    severity: Severity;
    range: Range;
}

/** Whether a window can mark text without changing the document. */
export function canHighlight(window: Window & typeof globalThis): boolean {
    return 'Highlight' in window && 'highlights' in window.CSS;
}

/** The marks of one field. */
export class Highlighter {
    readonly #window: Window & typeof globalThis;
    readonly #root: Document | ShadowRoot;
    #ranges: Mark[] = [];

    constructor(window: Window & typeof globalThis, root: Document | ShadowRoot) {
        this.#window = window;
        this.#root = root;
    }

    /** Shows these marks and no others. */
    show(marks: Mark[]): void {
        this.#takeAway();
        this.#ranges = marks;
        if (marks.length > 0) {
            addStyle(this.#root);
        }
        for (const { severity, range } of marks) {
            this.#highlight(severity).add(range);
        }
    }

    remove(): void {
        this.#takeAway();
        this.#ranges = [];
    }

    #takeAway(): void {
        for (const { severity, range } of this.#ranges) {
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
        made.priority = SEVERITIES.length - SEVERITIES.indexOf(severity);
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
