/** A checker that tells all marks over one that tells what has changed of them. */

import type { Changes } from './protocol.ts';
import type {
    Card,
    Checker,
    CheckerOptions,
    Completion,
    Diagnostic,
    Diagnostics,
    DocumentOptions,
    Fault,
    TextEdit,
} from './types.ts';

/** A checker that tells changes, in this thread or from a worker. */
export interface ChangesChecker extends Omit<Checker, 'open' | 'edit' | 'diagnostics'> {
    open(id: string, text: string, options?: DocumentOptions): Promise<Changes>;
    edit(id: string, edits: TextEdit[]): Promise<Changes>;
    diagnostics(id: string): Promise<Changes>;
}

export class WholeChecker implements Checker {
    readonly #changes: ChangesChecker;
    /** The marks of each document as they were told last. */
    readonly #marks = new Map<string, Diagnostic[]>();

    constructor(changes: ChangesChecker) {
        this.#changes = changes;
    }

    async open(id: string, text: string, options?: DocumentOptions): Promise<Diagnostics> {
        return this.#take(id, await this.#changes.open(id, text, options));
    }

    async edit(id: string, edits: TextEdit[]): Promise<Diagnostics> {
        return this.#take(id, await this.#changes.edit(id, edits));
    }

    async diagnostics(id: string): Promise<Diagnostics> {
        return this.#take(id, await this.#changes.diagnostics(id));
    }

    hover(id: string, offset: number): Promise<Card | null> {
        return this.#changes.hover(id, offset);
    }

    complete(id: string, offset: number): Promise<Completion[]> {
        return this.#changes.complete(id, offset);
    }

    fix(id: string): Promise<TextEdit[]> {
        return this.#changes.fix(id);
    }

    async close(id: string): Promise<void> {
        await this.#changes.close(id);
        this.#marks.delete(id);
    }

    configure(options: CheckerOptions): Promise<Fault[]> {
        return this.#changes.configure(options);
    }

    dispose(): void {
        this.#changes.dispose();
        this.#marks.clear();
    }

    #take(id: string, changes: Changes): Diagnostics {
        const diagnostics = changed(this.#marks.get(id) ?? [], changes);
        this.#marks.set(id, diagnostics);
        // The caller may do with the list what it likes
        return { version: changes.version, diagnostics: [...diagnostics] };
    }
}

/** The marks of now, made of those that were told. */
function changed(told: Diagnostic[], { replaced, marks }: Changes): Diagnostic[] {
    const moved = (offset: number): number => {
        for (const { start, end, inserted } of replaced) {
            // What stands where text was inserted stays; what was within a replaced text is told anew
            if (offset > start) offset += inserted - (end - start);
        }
        return offset;
    };
    const first = Math.min(...replaced.map(({ start }) => start));
    const now: Diagnostic[] = [];
    let next = 0;
    for (const mark of marks) {
        if (typeof mark !== 'number') {
            now.push(mark);
            continue;
        }
        const end = next + Math.abs(mark);
        for (; next < end; next++) {
            const before = told[next];
            if (mark > 0 && before) now.push(isBefore(before, first) ? before : shifted(before, moved));
        }
    }
    return now;
}

/** Whether all places of a mark end before an offset. */
function isBefore({ end, related, fixes }: Diagnostic, offset: number): boolean {
    return (
        end <= offset &&
        related.every(one => one.end <= offset) &&
        fixes.every(({ edits }) => edits.every(edit => edit.end <= offset))
    );
}

function shifted(mark: Diagnostic, moved: (offset: number) => number): Diagnostic {
    const place = <T extends { start: number; end: number }>(one: T): T => ({
        ...one,
        start: moved(one.start),
        end: moved(one.end),
    });
    return {
        ...place(mark),
        related: mark.related.map(place),
        fixes: mark.fixes.map(fix => ({ ...fix, edits: fix.edits.map(place) })),
    };
}
