/** What is seen of a field. */

import { composedParent, isElement, rootOf, windowOf } from './dom.ts';
import { LAYER } from './layer.ts';

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

/** Whether something lies over all of what is seen of an element: a dialog, or what darkens the page behind it. */
export function isCovered(element: HTMLElement, seen: DOMRect): boolean {
    const root = rootOf(element);
    return [0.1, 0.5, 0.9].every(across =>
        [0.2, 0.5, 0.8].every(down => {
            const top = root.elementFromPoint(seen.left + seen.width * across, seen.top + seen.height * down);
            // What lets the pointer through is no cover, and is not told here; behind a modal dialog the root is hit
            const isRoot = top === element.ownerDocument.documentElement;
            return top !== null && top !== element && top.localName !== LAYER && (isRoot || !top.contains(element));
        }),
    );
}
