import { canHighlight, Highlighter } from '../src/fields/highlighter.ts';
import type { Diagnostic } from '../src/types.ts';
import type { TextMap } from './text_map.ts';

/** A mark under words: the range follows the words while somebody types. */
export interface Mark {
    diagnostic: Diagnostic;
    range: Range;
}

/** Whether this browser can mark words without a change to the text. */
export const CAN_MARK = canHighlight(window);

/** The name of the highlight of the mark that is looked at. */
const CURRENT = 'vartani-current';

/**
 * The marks under the words of the field, and the one that is looked at. A browser without the CSS Custom Highlight API
 * shows none; the list beside has them all.
 */
export class Marks {
    readonly #highlighter = CAN_MARK ? new Highlighter(window, null) : null;
    #all: readonly Mark[] = [];

    get all(): readonly Mark[] {
        return this.#all;
    }

    /** Takes these diagnostics instead of those before, and shows some of them. */
    show(diagnostics: readonly Diagnostic[], shown: readonly Diagnostic[], map: TextMap): void {
        this.#all = diagnostics.flatMap(diagnostic => {
            const range = map.range(diagnostic.start, diagnostic.end);
            return range ? [{ diagnostic, range }] : [];
        });
        this.#highlighter?.show(shown, ({ start, end }) => map.range(start, end));
    }

    /** Sets off the words of one mark; `null` none. */
    setCurrent(mark: Mark | null): void {
        if (!CAN_MARK) return;
        if (mark) CSS.highlights.set(CURRENT, new Highlight(mark.range));
        else CSS.highlights.delete(CURRENT);
    }
}
