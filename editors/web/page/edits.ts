import type { TextEdit } from '../src/types.ts';

/** The one edit that makes `after` of `before`, or `null` if they are the same. It does not cut surrogate pairs. */
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
    if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
    if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
    return { start, end: before.length - tail, insert: after.slice(start, after.length - tail) };
}

/** The text after edits that are in its order and do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
    let out = '';
    let end = 0;
    for (const edit of edits) {
        out += text.slice(end, edit.start) + edit.insert;
        end = edit.end;
    }
    return out + text.slice(end);
}

/** Where an offset is after the edits; behind what is written in its place. */
export function moved(offset: number, edits: readonly TextEdit[]): number {
    let shift = 0;
    for (const edit of edits) {
        if (edit.start >= offset) break;
        const written = edit.start + shift + edit.insert.length;
        if (edit.end > offset) return written;
        shift += edit.insert.length - (edit.end - edit.start);
    }
    return offset + shift;
}

function isHigh(unit: number): boolean {
    return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
    return unit >= 0xdc00 && unit < 0xe000;
}
