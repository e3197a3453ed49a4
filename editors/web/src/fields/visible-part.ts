/** What is seen of a field. */

import { composedParent, isElement, windowOf } from './dom.ts';

/** The part of a rectangle of an element that no ancestor and no edge of the window cuts off. */
export function visiblePart(element: HTMLElement, rect: DOMRect): DOMRect | null {
    const window = windowOf(element);
    let [left, top, right, bottom] = [
        Math.max(0, rect.left),
        Math.max(0, rect.top),
        Math.min(window.innerWidth, rect.right),
        Math.min(window.innerHeight, rect.bottom),
    ];
    const { body, documentElement } = element.ownerDocument;
    let position = window.getComputedStyle(element).position;
    for (let at = composedParent(element); at && position !== 'fixed'; at = composedParent(at)) {
        // The window cuts off what these two do not hold
        if (!isElement(at) || at === body || at === documentElement) {
            continue;
        }
        const style = window.getComputedStyle(at);
        // What is placed absolutely is cut off by what it is placed in
        if (position === 'absolute' && style.position === 'static' && style.transform === 'none') {
            continue;
        }
        position = style.position;
        if (style.display === 'contents') {
            continue;
        }
        const edge = at.getBoundingClientRect();
        if (style.overflowX !== 'visible') {
            [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        }
        if (style.overflowY !== 'visible') {
            [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
    }
    return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
}
