import type { Diagnostic, Severity } from '../src/types.ts';
import { BY_SEVERITY } from '../src/ui/words.ts';
import type { TextMap } from './text_map.ts';

/** A mark under words: the range follows the words while somebody types. */
export interface Mark {
    diagnostic: Diagnostic;
    range: Range;
}

/** Whether this browser can mark words without a change to the text. */
export const CAN_MARK = typeof Highlight === 'function' && 'highlights' in CSS;

/**
 * The marks under the words of the field, by the CSS Custom Highlight API: `vartani-error` to `vartani-hint`, and
 * `vartani-current` for the one that is looked at. A browser without it shows none; the list beside has them all.
 */
export class Marks {
    #marks: readonly Mark[] = [];

    get all(): readonly Mark[] {
        return this.#marks;
    }

    /** Shows these diagnostics instead of those before. */
    show(diagnostics: readonly Diagnostic[], map: TextMap): void {
        this.#marks = diagnostics.flatMap(diagnostic => {
            const range = map.range(diagnostic.start, diagnostic.end);
            return range ? [{ diagnostic, range }] : [];
        });
        this.#draw(null);
    }

    /** Leaves out the mark at the word that is being typed; `null` shows all. */
    hold(caret: { node: Node; offset: number } | null): void {
        this.#draw(caret);
    }

    /** Sets off the words of one mark; `null` none. */
    setCurrent(mark: Mark | null): void {
        set('vartani-current', mark ? [mark.range] : []);
    }

    #draw(caret: { node: Node; offset: number } | null): void {
        const bySeverity = new Map<Severity, Range[]>(BY_SEVERITY.map(severity => [severity, []]));
        for (const { diagnostic, range } of this.#marks) {
            if (range.collapsed || (caret && range.isPointInRange(caret.node, caret.offset))) continue;
            bySeverity.get(diagnostic.severity)?.push(range);
        }
        // What is graver is drawn over what is less so
        for (const [index, severity] of BY_SEVERITY.entries()) {
            set(`vartani-${severity}`, bySeverity.get(severity) ?? [], BY_SEVERITY.length - index);
        }
    }
}

function set(name: string, ranges: readonly Range[], priority = 0): void {
    if (!CAN_MARK) return;
    if (ranges.length === 0) {
        CSS.highlights.delete(name);
        return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
}
