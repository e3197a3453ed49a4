/** Marks by the CSS Custom Highlight API: ranges with a style of their own. The document and its DOM stay as they are. */

import type { Severity } from '../types.ts';
import { addSheet } from './style.ts';

const STYLE = `
::highlight(vartani-error) { text-decoration: underline wavy #d3302f 1.5px; text-decoration-skip-ink: none; }
::highlight(vartani-warning) { text-decoration: underline wavy #b06f00 1.5px; text-decoration-skip-ink: none; }
::highlight(vartani-information) { text-decoration: underline dashed #1f6fd0 1.5px; text-decoration-skip-ink: none; }
::highlight(vartani-hint) { text-decoration: underline dotted #6a6f78 2px; text-decoration-skip-ink: none; }`;

/** All severities, so that the gravest is painted over the others. */
const RISING: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Whether this browser can mark text without changing the document. */
export function canHighlight(): boolean {
    return 'Highlight' in globalThis && 'highlights' in CSS;
}

/** The marks of one editor. Editors of a page share the highlights. */
export class Highlights {
    #shown: { severity: Severity; range: Range }[] = [];

    constructor(root: Document | ShadowRoot) {
        if (canHighlight()) addSheet(root, STYLE);
    }

    /** Shows these marks and no others. */
    show(marks: { severity: Severity; range: Range }[]): void {
        if (!canHighlight()) return;
        for (const { severity, range } of this.#shown) CSS.highlights.get(`vartani-${severity}`)?.delete(range);
        this.#shown = marks;
        for (const { severity, range } of marks) highlight(severity).add(range);
    }
}

function highlight(severity: Severity): Highlight {
    const name = `vartani-${severity}`;
    let found = CSS.highlights.get(name);
    if (!found) {
        found = new Highlight();
        found.priority = RISING.indexOf(severity);
        CSS.highlights.set(name, found);
    }
    return found;
}
