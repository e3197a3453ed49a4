/** A gap between a card and the words that it speaks of, and the edge of the window, in CSS pixels. */
const GAP = 8;

/**
 * Places a card with `position: fixed` below the words, or above them where there is more room. Its height is bounded by
 * the room there is, so that it scrolls and stays within the window.
 */
export function placeCard(card: HTMLElement, words: DOMRect, window: Window = globalThis.window): void {
    const { innerWidth, innerHeight } = window;
    card.style.maxHeight = '';
    const width = card.offsetWidth;
    const height = card.offsetHeight;
    const below = innerHeight - words.bottom - 2 * GAP;
    const above = words.top - 2 * GAP;
    const under = height <= below || below >= above;
    const room = Math.max(under ? below : above, 64);
    if (height > room) card.style.maxHeight = `${room}px`;
    const top = under ? words.bottom + GAP : words.top - GAP - Math.min(height, room);
    const left = Math.min(words.left, innerWidth - GAP - width);
    card.style.top = `${Math.max(GAP, top)}px`;
    card.style.left = `${Math.max(GAP, left)}px`;
}
