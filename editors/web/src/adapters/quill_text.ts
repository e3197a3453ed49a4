/** Quill's deltas as text: an embed is one U+FFFC, so a place in the text is an index of Quill's. */

import type { TextEdit } from '../types.ts';

/** An operation of a delta, as Quill writes it. */
export interface Op {
    insert?: string | Record<string, unknown>;
    delete?: number;
    retain?: number | Record<string, unknown>;
    attributes?: Record<string, unknown>;
}

/** The text of a document. */
export function textOf(ops: readonly Op[]): string {
    return ops.map(inserted).join('');
}

/** A change of a document, each edit in the text that the one before it left. */
export function editsOf(ops: readonly Op[]): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    for (const op of ops) {
        const insert = inserted(op);
        if (insert) edits.push({ start: at, end: at, insert });
        else if (op.delete) edits.push({ start: at, end: at + op.delete, insert: '' });
        at += insert.length + (typeof op.retain === 'number' ? op.retain : op.retain ? 1 : 0);
    }
    return edits;
}

function inserted({ insert }: Op): string {
    if (insert === undefined) return '';
    return typeof insert === 'string' ? insert : '\uFFFC';
}
