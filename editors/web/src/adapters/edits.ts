/** Edits of a text: what they make of it, where they move what stands in it, and how small they can be. */

import type { Diagnostic, TextEdit } from '../types.ts';

/** A half-open piece of a text. */
export interface Stretch {
    start: number;
    end: number;
}

/** The one edit that makes `after` of `before`, or null if they are the same. It cuts no surrogate pair. */
export function difference(before: string, after: string): TextEdit | null {
    if (before === after) return null;
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
    let tail = 0;
    while (
        tail < shorter - start &&
        before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
    ) {
        tail++;
    }
    if (start > 0 && isHigh(before, start - 1)) start--;
    if (tail > 0 && isLow(before, before.length - tail)) tail--;
    return { start, end: before.length - tail, insert: after.slice(start, after.length - tail) };
}

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

/** The marks that an edit leaves, where it leaves them. A mark that the edit reaches into is gone. */
export function movedMarks(marks: readonly Diagnostic[], edit: TextEdit): Diagnostic[] {
    return marks.flatMap(mark => {
        const moved = movedStretch(mark, edit);
        if (!moved) return [];
        const related = mark.related.map(place => movedStretch(place, edit)).filter(place => place !== null);
        const fixes = mark.fixes.flatMap(fix => {
            const edits = fix.edits.map(one => movedStretch(one, edit));
            return edits.includes(null) ? [] : [{ ...fix, edits: edits.filter(one => one !== null) }];
        });
        return [{ ...moved, related, fixes }];
    });
}

function movedStretch<T extends Stretch>(stretch: T, edit: TextEdit): T | null {
    if (stretch.end <= edit.start) return stretch;
    if (stretch.start < edit.end || stretch.start < edit.start) return null;
    const by = edit.insert.length - (edit.end - edit.start);
    return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}

function isHigh(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    return unit >= 0xdc00 && unit < 0xe000;
}
