/** What a session needs of a field, be it a textarea or an editable part of the page. */

import type { Stretch } from '../session/text_edit.ts';
import type { TextEdit } from '../types.ts';

export interface FieldView {
    /** The field itself; it is read, never changed but by `replace`. */
    readonly element: HTMLElement;
    /** Whether reading is so cheap that it may be done with every frame. */
    readonly follows: boolean;
    /** The text as it is now. */
    read(): string;
    /** A range that covers a stretch of the text read last, to be marked and measured; null if it is nowhere on screen. */
    range(stretch: Stretch): Range | null;
    /** Where the styles of marks must stand so that they reach the ranges. */
    readonly styleRoot: Document | ShadowRoot;
    /** The selection in the text read last, null where it is not in this field. */
    selection(): Stretch | null;
    /** The part of the window in which the field's text is seen, null where none of it is. */
    visible(): DOMRect | null;
    /**
     * Writes edits that are in order, as if the writer had typed them, so that the page sees them and Ctrl+Z undoes them.
     * False if the field no longer holds the text that was read last, or takes no edits.
     */
    replace(edits: readonly TextEdit[]): Promise<boolean>;
    /** Follows the field where it went. */
    reposition(): void;
    /** Takes away everything of ours. */
    remove(): void;
}
