/** A Lexical document as text: a line a block, without code; what is no text is one U+FFFC. */

import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical';
import type { Stretch } from '../session/text_edit.ts';

/** A text node, and where it begins in the text. */
export interface Piece {
    key: string;
    at: number;
    length: number;
    /** Whether it can only be replaced as a whole, as a mention is. */
    isFixed: boolean;
}

export class LexicalText {
    readonly #pieces: Piece[] = [];
    #text = '';
    #isLineBegun = false;

    /** Must be called where Lexical's `$` functions may be. */
    constructor() {
        this.#block($getRoot());
    }

    toString(): string {
        return this.#text;
    }

    /** The text nodes that a stretch lies in or touches, in order. */
    pieces({ start, end }: Stretch): Piece[] {
        return this.#pieces.filter(({ at, length }) => at <= end && at + length >= start);
    }

    /** The place of a node's letter in the text, or null. */
    offset(key: string, offset: number): number | null {
        const piece = this.#pieces.find(piece => piece.key === key);
        return piece ? piece.at + Math.min(offset, piece.length) : null;
    }

    #block(block: ElementNode): void {
        if (block.getType() === 'code') return;
        if (block.getKey() !== 'root') this.#endLine();
        for (const child of block.getChildren()) {
            if ($isElementNode(child) && !child.isInline()) this.#block(child);
            else this.#inline(child);
        }
        this.#endLine();
    }

    #inline(node: LexicalNode): void {
        if ($isElementNode(node)) {
            for (const child of node.getChildren()) this.#inline(child);
        } else if ($isLineBreakNode(node)) {
            this.#write('\n');
        } else if ($isTextNode(node)) {
            const text = node.getTextContent();
            // Before its place is told, the line that it begins must have begun
            this.#write('');
            const isFixed = node.getMode() !== 'normal';
            this.#pieces.push({ key: node.getKey(), at: this.#text.length, length: text.length, isFixed });
            this.#write(text);
        } else {
            this.#write('\uFFFC');
        }
    }

    #write(text: string): void {
        if (!this.#isLineBegun && this.#text !== '') this.#text += '\n';
        this.#isLineBegun = true;
        this.#text += text;
    }

    #endLine(): void {
        this.#isLineBegun = false;
    }
}
