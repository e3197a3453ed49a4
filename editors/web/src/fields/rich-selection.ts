/** The selection of an editable element, in a shadow tree too. */

import { rootOf } from './dom.ts';

/** Chromium answers with the tree's own selection, others with ranges through named trees. */
interface WithSelection {
    getSelection?: () => Selection | null;
}

export function selectionIn(element: HTMLElement): StaticRange | Range | null {
    const root = rootOf(element);
    const selection = (root as WithSelection).getSelection?.() ?? element.ownerDocument.getSelection();
    if (!selection || selection.rangeCount === 0) {
        return null;
    }
    const range = selection.getRangeAt(0);
    const inside = element.contains(range.startContainer) && element.contains(range.endContainer);
    return inside ? range : null;
}
