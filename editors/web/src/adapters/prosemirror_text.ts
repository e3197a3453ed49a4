/**
 * A ProseMirror document as text: its text blocks joined by line feeds, without code. Within a block every position is one
 * UTF-16 unit, so places are told by where a block begins; what is no text is one U+FFFC.
 */

import type { Node } from 'prosemirror-model';
import type { TextEdit } from '../types.ts';
import { difference } from '../session/text_edit.ts';

const OBJECT = '\uFFFC';

interface Block {
    node: Node;
    /** Where its content begins in the document. */
    position: number;
    /** Where it begins in the text. */
    offset: number;
    text: string;
}

export class DocumentText {
    readonly doc: Node;
    readonly #blocks: Block[] = [];
    readonly #length: number;

    constructor(doc: Node) {
        this.doc = doc;
        let offset = 0;
        doc.descendants((node, position) => {
            if (!node.isTextblock) return true;
            if (node.type.spec.code === true) return false;
            const text = textOf(node);
            this.#blocks.push({ node, position: position + 1, offset, text });
            offset += text.length + 1;
            return false;
        });
        this.#length = Math.max(0, offset - 1);
    }

    toString(): string {
        return this.#blocks.map(({ text }) => text).join('\n');
    }

    /** The edit that makes a later text of this one; blocks that both have are not compared letter by letter. */
    changeTo(after: DocumentText): TextEdit | null {
        const [old, now] = [this.#blocks, after.#blocks];
        const shorter = Math.min(old.length, now.length);
        let head = 0;
        while (head < shorter && old[head]?.node === now[head]?.node) head++;
        let tail = 0;
        while (tail < shorter - head && old.at(-1 - tail)?.node === now.at(-1 - tail)?.node) tail++;
        // A block beside a change comes along, for the line feed between them
        head = Math.max(0, head - 1);
        tail = Math.max(0, tail - 1);
        const edit = difference(joined(old, head, tail), joined(now, head, tail));
        const at = old[head]?.offset ?? 0;
        return edit && { start: edit.start + at, end: edit.end + at, insert: edit.insert };
    }

    /** The position in the document of a place in the text. */
    position(offset: number): number {
        const block = last(this.#blocks, block => block.offset <= offset);
        if (!block) return 0;
        return block.position + Math.min(offset - block.offset, block.text.length);
    }

    /** The place in the text of a position in the document; between blocks it is the end of the one before. */
    offset(position: number): number {
        const block = last(this.#blocks, block => block.position <= position);
        if (!block) return 0;
        return Math.min(block.offset + Math.min(position - block.position, block.text.length), this.#length);
    }
}

function joined(blocks: readonly Block[], head: number, tail: number): string {
    return blocks
        .slice(head, blocks.length - tail)
        .map(({ text }) => text)
        .join('\n');
}

const texts = new WeakMap<Node, string>();

/** The text of a block; nodes never change, so it is made once. */
function textOf(block: Node): string {
    let text = texts.get(block);
    if (text === undefined) {
        text = inlineText(block);
        texts.set(block, text);
    }
    return text;
}

function inlineText(parent: Node): string {
    let text = '';
    parent.forEach(node => {
        if (node.isText) text += node.text ?? '';
        else if (!node.isLeaf) text += OBJECT + inlineText(node) + OBJECT;
        else text += /^hard_?break$/i.test(node.type.name) ? '\n' : OBJECT;
    });
    return text;
}

/** The last block that passes; all before it pass too. */
function last(blocks: readonly Block[], passes: (block: Block) => boolean): Block | undefined {
    let [low, high] = [0, blocks.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        const block = blocks[middle];
        if (block && passes(block)) low = middle + 1;
        else high = middle;
    }
    return blocks[low - 1];
}
