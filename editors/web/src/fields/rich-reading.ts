/**
 * An editable part of a page as text: a line a block, as innerText would give it, with the way back to the nodes. What
 * cannot be edited in it (a picture, a name as a chip) is one U+FFFC, so that nothing is joined over it.
 */

import { isElement, isText } from './dom.ts';
import type { Stretch } from '../session/text_edit.ts';

/** What stands for an island that cannot be edited. */
const ISLAND = '\uFFFC';

/** Elements that hold no prose, whatever they look like. */
const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'select', 'svg', 'math', 'head']);

/** Elements without text that take a place in a line. */
const OBJECTS = new Set([
    'img',
    'video',
    'audio',
    'canvas',
    'iframe',
    'object',
    'embed',
    'input',
    'button',
    'textarea',
]);

/** A piece of a text node that stands in the text unit for unit. */
interface Piece {
    node: Text;
    /** Where it begins in the node. */
    from: number;
    /** Where it begins in the text. */
    at: number;
    length: number;
}

/** A place in the DOM. */
export interface DomPlace {
    node: Text;
    offset: number;
}

export class RichReading {
    readonly text: string;
    readonly #pieces: readonly Piece[];

    constructor(host: HTMLElement) {
        const walk = new Walk(host);
        this.text = walk.text();
        this.#pieces = walk.pieces;
    }

    /** The ends of a stretch in the DOM, each in the piece that the stretch covers; null if it covers none. */
    ends(stretch: Stretch): { start: DomPlace; end: DomPlace } | null {
        const pieces = this.#pieces;
        const first = pieces[firstIndex(pieces, piece => piece.at + piece.length > stretch.start)];
        const last = pieces[firstIndex(pieces, piece => piece.at >= stretch.end) - 1];
        if (!first || !last || first.at >= stretch.end || last.at + last.length <= stretch.start) {
            return null;
        }
        const start = first.from + Math.max(0, stretch.start - first.at);
        const end = last.from + Math.min(last.length, stretch.end - last.at);
        return { start: { node: first.node, offset: start }, end: { node: last.node, offset: end } };
    }

    /** A place between two units in the DOM, behind what stands before it; null if the text has no node there. */
    place(offset: number): DomPlace | null {
        const pieces = this.#pieces;
        const index = firstIndex(pieces, piece => piece.at + piece.length >= offset);
        const piece = pieces[index];
        if (!piece || piece.at > offset) {
            return null;
        }
        return { node: piece.node, offset: piece.from + offset - piece.at };
    }

    /** Where a place of the DOM lies in the text; a place that has no text lies behind what stands before it. */
    offset(node: Node, offset: number): number {
        const point = (node.ownerDocument ?? document).createRange();
        point.setStart(node, offset);
        const behind = firstIndex(this.#pieces, piece => point.comparePoint(piece.node, piece.from) > 0);
        const piece = this.#pieces[behind - 1];
        if (!piece) {
            return 0;
        }
        return piece.at + (piece.node === node ? Math.min(piece.length, offset - piece.from) : piece.length);
    }
}

/** Goes through the nodes and writes the text. */
class Walk {
    readonly pieces: Piece[] = [];
    readonly #parts: string[] = [];
    readonly #window: Window;
    #length = 0;
    /** Whether the next text begins a line of its own. */
    #breakBefore = false;
    /** A collapsible space that is written only if something follows it in the line. */
    #space: { node: Text; from: number } | null = null;
    #lineIsEmpty = true;

    constructor(host: HTMLElement) {
        this.#window = host.ownerDocument.defaultView ?? window;
        this.#children(host, keepsSpaces(this.#window.getComputedStyle(host)));
    }

    text(): string {
        return this.#parts.join('');
    }

    #children(parent: Element, keep: Spaces): void {
        for (let node = parent.firstChild; node; node = node.nextSibling) {
            if (isText(node)) {
                this.#textNode(node, keep);
            } else if (isElement(node)) {
                this.#element(node);
            }
        }
    }

    #element(element: Element): void {
        const name = element.localName;
        if (SKIPPED.has(name)) {
            return;
        }
        if (name === 'br') {
            this.#lineBreak(element);
            return;
        }
        const style = this.#window.getComputedStyle(element);
        if (style.display === 'none') {
            return;
        }
        const isBlock = !/^(?:inline|contents|ruby)/.test(style.display) || style.float !== 'none';
        if (isBlock) {
            this.#endBlock();
        }
        if (OBJECTS.has(name) || ('isContentEditable' in element && element.isContentEditable !== true)) {
            this.#flushSpace();
            this.#write(ISLAND, null, 0);
        } else {
            this.#children(element, keepsSpaces(style));
        }
        if (isBlock) {
            this.#endBlock();
        }
    }

    /** The last `<br>` of a block only keeps it open: it begins no line. */
    #lineBreak(element: Element): void {
        let next: Node | null = element.nextSibling;
        while (next && isText(next) && next.data === '') {
            next = next.nextSibling;
        }
        if (next) {
            this.#flushBreak();
            this.#space = null;
            this.#push('\n');
            this.#lineIsEmpty = true;
        }
    }

    #endBlock(): void {
        this.#space = null;
        if (this.#length > 0 && !this.#lineIsEmpty) {
            this.#breakBefore = true;
        }
    }

    #textNode(node: Text, keep: Spaces): void {
        const data = node.data;
        if (keep === 'all') {
            if (data !== '') {
                this.#write(data, node, 0);
                this.#lineIsEmpty = data.endsWith('\n');
            }
            return;
        }
        const space = keep === 'lines' ? /[ \t\r\f]+/g : /[ \t\n\r\f]+/g;
        let from = 0;
        for (const match of data.matchAll(space)) {
            this.#writePiece(data.slice(from, match.index), node, from);
            if (!this.#lineIsEmpty && !this.#breakBefore) {
                this.#space ??= { node, from: match.index };
            }
            from = match.index + match[0].length;
        }
        this.#writePiece(data.slice(from), node, from);
    }

    #writePiece(data: string, node: Text, from: number): void {
        if (data === '') {
            return;
        }
        this.#flushSpace();
        this.#write(data, node, from);
    }

    #flushSpace(): void {
        const space = this.#space;
        if (space) {
            this.#space = null;
            this.#write(' ', space.node, space.from);
        }
    }

    #write(data: string, node: Text | null, from: number): void {
        this.#flushBreak();
        if (node) {
            const last = this.pieces.at(-1);
            if (last?.node === node && last.from + last.length === from && last.at + last.length === this.#length) {
                last.length += data.length;
            } else {
                this.pieces.push({ node, from, at: this.#length, length: data.length });
            }
        }
        // A browser writes no-break spaces where the writer typed spaces
        this.#push(data.replaceAll('\u00A0', ' '));
        this.#lineIsEmpty = false;
    }

    #flushBreak(): void {
        if (this.#breakBefore) {
            this.#breakBefore = false;
            this.#push('\n');
            this.#lineIsEmpty = true;
        }
    }

    #push(data: string): void {
        this.#parts.push(data);
        this.#length += data.length;
    }
}

/** Which white space of the source is shown as it is. */
type Spaces = 'all' | 'lines' | 'none';

function keepsSpaces(style: CSSStyleDeclaration): Spaces {
    switch (style.whiteSpace) {
        case 'pre':
        case 'pre-wrap':
        case 'break-spaces':
            return 'all';
        case 'pre-line':
            return 'lines';
        default:
            return style.whiteSpace.includes('preserve') || style.whiteSpace.includes('break-spaces') ? 'all' : 'none';
    }
}

/** The index of the first piece that passes; those that pass are behind those that do not. */
function firstIndex(pieces: readonly Piece[], passes: (piece: Piece) => boolean): number {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        const piece = pieces[middle];
        if (piece && passes(piece)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
