/** Marks in a field of any page: the one entry. */

import type { Checker, Diagnostic, Fix } from '../types.ts';
import { Cards } from './cards.ts';
import { isPlainField } from './dom.ts';
import type { FieldOptions } from './options.ts';
import { PlainView } from './plain-view.ts';
import { RichView } from './rich-view.ts';
import { FieldSession } from './session.ts';

export interface AttachedField {
    readonly element: HTMLElement;
    /** The marks, as they lie in `text()`. */
    marks(): readonly Diagnostic[];
    /** The text of the field as it was read last. */
    text(): string;
    /** One sentence on what is off, or null. */
    problem(): string | null;
    /** Makes a fix of a mark; false if the text is another one by now, or the page refused. */
    fix(mark: Diagnostic, fix: Fix): Promise<boolean>;
    /** Makes all safe fixes. */
    fixAll(): Promise<boolean>;
    /** Scrolls to a mark and shows its card. */
    reveal(mark: Diagnostic): void;
    /** Checks all of the text again. */
    refresh(): Promise<void>;
    /** Takes away everything of ours. */
    detach(): void;
}

/**
 * Marks what a checker finds in a `<textarea>`, an `<input>` or a `contenteditable` element, of this window or of a frame
 * of the same origin. The field and its DOM stay as they are until a fix is chosen.
 */
export function attachField(element: HTMLElement, checker: Checker, options: FieldOptions = {}): AttachedField {
    const view = isPlainField(element) ? new PlainView(element) : new RichView(element);
    const session = new FieldSession(view, checker, options);
    const cards = options.cards === false ? null : new Cards(session, options);
    return {
        element,
        marks: () => session.marks(),
        text: () => session.text(),
        problem: () => session.problem(),
        fix: (mark, fix) => session.fix(mark, fix),
        fixAll: () => session.fixAll(),
        reveal: mark => {
            view.range(mark)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
            cards?.show(mark);
        },
        refresh: () => session.refresh(),
        detach: () => {
            cards?.remove();
            session.end();
        },
    };
}
