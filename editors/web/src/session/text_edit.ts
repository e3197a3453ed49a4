/** What changed between two texts, and where a place of the old one lies in the new one. */

import type { TextEdit } from '../types.ts';

/** A part of a text: half-open, in UTF-16 units. */
export interface Stretch {
    start: number;
    end: number;
}

/** So many units are compared at a time. */
const STRIDE = 4096;

/** The one edit that makes `after` of `before`, or null if they are the same. It splits no character. */
export function difference(before: string, after: string): TextEdit | null {
    if (before === after) {
        return null;
    }
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start + STRIDE <= shorter && sameAt(before, start, after, start, STRIDE)) {
        start += STRIDE;
    }
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) {
        start += 1;
    }
    if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) {
        start -= 1;
    }
    const most = shorter - start;
    let same = 0;
    while (
        same + STRIDE <= most &&
        sameAt(before, before.length - same - STRIDE, after, after.length - same - STRIDE, STRIDE)
    ) {
        same += STRIDE;
    }
    while (same < most && before.charCodeAt(before.length - same - 1) === after.charCodeAt(after.length - same - 1)) {
        same += 1;
    }
    if (same > 0 && isLowSurrogate(before.charCodeAt(before.length - same))) {
        same -= 1;
    }
    return { start, end: before.length - same, insert: after.slice(start, after.length - same) };
}

/** A stretch of the text after an edit; null if the edit reached into it. */
export function moved<T extends Stretch>(stretch: T, edit: TextEdit): T | null {
    if (stretch.end <= edit.start) {
        return stretch;
    }
    if (stretch.start < edit.end || (edit.start === edit.end && stretch.start < edit.start)) {
        return null;
    }
    const by = edit.insert.length - (edit.end - edit.start);
    return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}

/** The text after edits that are in order and count in the text as it is. */
export function applied(text: string, edits: readonly TextEdit[]): string {
    let made = '';
    let at = 0;
    for (const edit of edits) {
        made += text.slice(at, edit.start) + edit.insert;
        at = edit.end;
    }
    return made + text.slice(at);
}

function sameAt(a: string, aStart: number, b: string, bStart: number, length: number): boolean {
    return a.slice(aStart, aStart + length) === b.slice(bStart, bStart + length);
}

function isHighSurrogate(unit: number): boolean {
    return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
    return unit >= 0xdc00 && unit <= 0xdfff;
}
