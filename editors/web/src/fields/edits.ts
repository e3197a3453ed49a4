/** Edits joined, so that one Ctrl+Z takes a fix back. */

import type { TextEdit } from '../types.ts';
import { applied } from './text-edit.ts';

/** One edit that does what several do, with what stands between them written again. */
export function joined(text: string, edits: readonly TextEdit[]): TextEdit | null {
    const first = edits[0];
    const last = edits.at(-1);
    if (!first || !last) {
        return null;
    }
    const shifted = edits.map(edit => ({ ...edit, start: edit.start - first.start, end: edit.end - first.start }));
    return { start: first.start, end: last.end, insert: applied(text.slice(first.start, last.end), shifted) };
}

/** Where a place lies after edits; a place in what an edit replaces goes behind what it wrote. */
export function carried(offset: number, edits: readonly TextEdit[]): number {
    let by = 0;
    for (const edit of edits) {
        if (edit.start >= offset) {
            break;
        }
        by += edit.insert.length - (Math.min(edit.end, offset) - edit.start);
    }
    return offset + by;
}
