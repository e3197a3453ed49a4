/** Writes into fields as a writer does: the page gets its events, and the browser's Ctrl+Z takes it back. */

import { windowOf, type PlainElement } from './dom.ts';

/** Replaces what is selected. False if the browser or the page refused. */
export function typeOver(document: Document, text: string): boolean {
    try {
        // Deprecated, and the only way into the browser's history of a field
        /* eslint-disable @typescript-eslint/no-deprecated */
        return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
        /* eslint-enable @typescript-eslint/no-deprecated */
    } catch {
        return false;
    }
}

/**
 * Replaces what is selected in an editable element, and tells of it as a browser tells of its own spelling corrections:
 * an editor with a model of its own takes the change over, and one with a history of its own keeps it as a step.
 */
export function correct(element: HTMLElement, selected: AbstractRange, text: string): void {
    const window = windowOf(element);
    const dataTransfer = new window.DataTransfer();
    dataTransfer.setData('text/plain', text);
    const correction = { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text, dataTransfer };
    const deletion = { bubbles: true, composed: true, inputType: 'deleteContentBackward' };
    const targetRanges = [new window.StaticRange(selected)];
    const isLeft = element.dispatchEvent(
        new window.InputEvent('beforeinput', {
            ...(text === '' ? deletion : correction),
            cancelable: true,
            targetRanges,
        }),
    );
    if (isLeft && typeOver(element.ownerDocument, text)) {
        element.dispatchEvent(new window.InputEvent('input', correction));
    }
}

/** Replaces a stretch of a plain field, selected or not, in one step. */
export function typeInto(field: PlainElement, start: number, end: number, text: string): boolean {
    const wanted = field.value.slice(0, start) + text + field.value.slice(end);
    if (field.maxLength >= 0 && wanted.length > field.maxLength) {
        return false;
    }
    field.setSelectionRange(start, end);
    if (typeOver(field.ownerDocument, text) && field.value === wanted) {
        return true;
    }
    if (field.value !== wanted && field.value.length === wanted.length - text.length + (end - start)) {
        // Refused: written past the browser's history, and told as an edit, so that a framework keeps it
        field.setRangeText(text, start, end, 'end');
        field.dispatchEvent(
            new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }),
        );
    }
    return field.value === wanted;
}
