import type { ArticleField } from './field.ts';
import type { Cards } from './cards.ts';
import type { DomPoint } from './text_map.ts';

/** How long the mouse rests on words before their card opens, and is away before it closes, in milliseconds. */
const REST = 300;

interface CaretDocument {
    caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
    caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** Opens cards where the mouse rests, and where it or a finger is pressed. */
export function openCardsByPointer(field: ArticleField, cards: Cards, card: HTMLElement): void {
    let resting: ReturnType<typeof setTimeout> | undefined;
    const later = (work: () => void): void => {
        clearTimeout(resting);
        resting = setTimeout(work, REST);
    };
    const leave = (): void => {
        later(() => {
            if (!cards.isPinned && !cards.isUsed) cards.close();
        });
    };

    field.element.addEventListener('pointermove', event => {
        if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
        later(() => {
            if (cards.isPinned || cards.isUsed) return;
            const point = wordsAt(field.element, event.clientX, event.clientY);
            if (point) void cards.openAt(point);
            else cards.close();
        });
    });
    field.element.addEventListener('pointerleave', leave);
    card.addEventListener('pointerleave', leave);
    card.addEventListener('pointerenter', () => {
        clearTimeout(resting);
    });

    let pressedBy = 'mouse';
    field.element.addEventListener('pointerdown', event => {
        pressedBy = event.pointerType;
        clearTimeout(resting);
        cards.close();
    });
    field.element.addEventListener('click', event => {
        if (document.getSelection()?.isCollapsed === false) return;
        const point = wordsAt(field.element, event.clientX, event.clientY);
        // A click of the mouse sets the caret; what is known of the place comes by resting there
        if (point) void cards.openAt(point, { pinned: true, known: pressedBy !== 'mouse' });
    });
}

/** The place of the letter under a point of the window; `null` beside the text. */
function wordsAt(field: HTMLElement, x: number, y: number): DomPoint | null {
    const caret = document as CaretDocument;
    let point: DomPoint | null;
    if (caret.caretPositionFromPoint) {
        const found = caret.caretPositionFromPoint(x, y);
        point = found && { node: found.offsetNode, offset: found.offset };
    } else {
        const found = caret.caretRangeFromPoint?.(x, y);
        point = found ? { node: found.startContainer, offset: found.startOffset } : null;
    }
    if (!point || !(point.node instanceof Text) || !field.contains(point.node)) return null;
    // The browser answers with the border between letters that is nearest, also from beyond the end of a line
    for (const start of [point.offset, point.offset - 1]) {
        if (start < 0 || start >= point.node.length) continue;
        const letter = document.createRange();
        letter.setStart(point.node, start);
        letter.setEnd(point.node, start + 1);
        for (const { left, right, top, bottom } of letter.getClientRects()) {
            if (x >= left - 1 && x <= right + 1 && y >= top && y <= bottom) return { node: point.node, offset: start };
        }
    }
    return null;
}
