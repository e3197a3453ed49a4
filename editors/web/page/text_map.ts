/** A text node of the field, and where its text begins in the article. */
interface Segment {
    node: Text;
    start: number;
}

/** A place in the DOM, as ranges and selections have it. */
export interface DomPoint {
    node: Node;
    offset: number;
}

/**
 * The text of an editable element, and the way from its offsets to the DOM and back. A `<br>` and the edge of a `<div>` are
 * line feeds: browsers differ in what they write at Enter. It is of one moment; after an edit, read anew.
 */
export class TextMap {
    readonly text: string;
    readonly #segments: readonly Segment[];

    constructor(root: HTMLElement) {
        const only = root.firstChild;
        if (only instanceof Text && !only.nextSibling) {
            this.text = only.data;
            this.#segments = [{ node: only, start: 0 }];
        } else {
            const walk = new Walk();
            walk.children(root);
            this.text = walk.text;
            this.#segments = walk.segments;
        }
    }

    /** Where `offset` is in the DOM; `null` in a field without text. At a border, the end of what is before it. */
    point(offset: number): DomPoint | null {
        const segment = this.#segments[this.#last(segment => segment.start < offset)] ?? this.#segments[0];
        if (!segment) return null;
        const inside = Math.min(Math.max(offset - segment.start, 0), segment.node.length);
        return { node: segment.node, offset: inside };
    }

    /** The range of `start..end` in the DOM; `null` if the text is shorter. */
    range(start: number, end: number): Range | null {
        if (end > this.text.length) return null;
        // The beginning is told from the text behind it, so that the range does not begin in the line before
        const first = this.#segments[this.#last(segment => segment.start <= start)];
        const to = this.point(end);
        if (!first || !to) return null;
        const range = document.createRange();
        range.setStart(first.node, Math.min(start - first.start, first.node.length));
        range.setEnd(to.node, to.offset);
        return range;
    }

    /** The offset of a place in the DOM; `null` outside the field's text. */
    offset(node: Node, offset: number): number | null {
        const found = this.#segments.find(segment => segment.node === node);
        if (found) return found.start + offset;
        const point = document.createRange();
        point.setStart(node, offset);
        const next = this.#segments.find(segment => point.comparePoint(segment.node, 0) >= 0);
        return next ? next.start : this.text.length;
    }

    /** The index of the last segment that a test holds for, or -1; it holds for a beginning of the segments. */
    #last(test: (segment: Segment) => boolean): number {
        let low = 0;
        let high = this.#segments.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            const segment = this.#segments[middle];
            if (segment && test(segment)) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }
}

class Walk {
    text = '';
    readonly segments: Segment[] = [];

    children(parent: Node): void {
        for (const child of parent.childNodes) {
            if (child instanceof Text) {
                this.segments.push({ node: child, start: this.text.length });
                this.text += child.data;
            } else if (child instanceof HTMLBRElement) {
                // The last one in a block only keeps its line open
                if (child.nextSibling) this.text += '\n';
            } else {
                const block = child instanceof HTMLDivElement || child instanceof HTMLParagraphElement;
                if (block && child.previousSibling) this.text += '\n';
                this.children(child);
                if (block && child.nextSibling && !isBlock(child.nextSibling)) this.text += '\n';
            }
        }
    }
}

function isBlock(node: Node): boolean {
    return node instanceof HTMLDivElement || node instanceof HTMLParagraphElement;
}
