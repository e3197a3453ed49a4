/** Edits of a text: what they make of it, and how small they can be. */

import { applied, difference } from './text_edit.ts';
import type { TextEdit } from '../types.ts';

/** The text after one edit. */
export function edited(text: string, edit: TextEdit): string {
    return text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
}

/** The same edit, widened where it would cut or join the halves of a surrogate pair. */
export function whole(text: string, edit: TextEdit): TextEdit {
    let { start, end, insert } = edit;
    if (start > 0 && isHigh(text, start - 1) && (isLow(text, start) || isLow(insert, 0))) {
        start--;
        insert = text.charAt(start) + insert;
    }
    if (end < text.length && isLow(text, end) && (isHigh(text, end - 1) || isHigh(insert, insert.length - 1))) {
        insert += text.charAt(end);
        end++;
    }
    return { start, end, insert };
}

/**
 * Edits of a text that write only what is new; they are in the order of the text, and so is the answer. What is added to a
 * word replaces a letter of it too, so that it takes after the word, which may be a link, and not after what is beside it.
 */
export function smallest(text: string, edits: readonly TextEdit[]): TextEdit[] {
    const made: TextEdit[] = [];
    for (const { start, end, insert } of edits) {
        const before = text.slice(start, end);
        const edit = difference(before, insert);
        if (!edit) continue;
        if (edit.start === edit.end && edit.start === 0) edit.end = Math.min(1, before.length);
        else if (edit.start === edit.end && edit.end === before.length) edit.start--;
        const small = whole(text, {
            start: start + edit.start,
            end: start + edit.end,
            insert: insert.slice(edit.start, insert.length - (before.length - edit.end)),
        });
        made.push(small);
    }
    return made;
}

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

function isHigh(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    return unit >= 0xdc00 && unit < 0xe000;
}
