/** One field and its checker: reads what is written, keeps the marks under their words, writes fixes. */

import type { Card, Checker, Diagnostic, Fix, TextEdit } from '../types.ts';
import type { FieldOptions } from './options.ts';
import { windowOf } from './dom.ts';
import type { FieldView, Stretch } from './field-view.ts';
import { canHighlight, Highlighter, type Mark } from './highlighter.ts';
import { movedDiagnostics } from './moved-diagnostic.ts';
import { sentence, type Sentence } from './sentences.ts';
import { difference } from './text-edit.ts';
import { watchField } from './watch.ts';

/** Debounce: a text is checked only after this long without a key, in milliseconds. */
const DEBOUNCE = 60;

/** A text is checked no sooner than so many times as long as reading and checking it took last. */
const REST = 2;

/** Marks at the word that is being typed are held back for so long unless said otherwise, in milliseconds. */
const TYPING_DELAY = 1000;

/** After a failure the checker is left alone for so long. */
const RETRY_DELAY = 5000;

/** Maximum number of units in a text that is checked. */
const MAX_LENGTH = 4_000_000;

let opened = 0;

export class FieldSession {
    readonly view: FieldView;
    readonly id: string;
    readonly #checker: Checker;
    readonly #options: FieldOptions;
    readonly #highlighter: Highlighter | null;
    readonly #unwatch: () => void;
    readonly #window: Window & typeof globalThis;
    /** The text that the checker has; null while it has none. */
    #checked: string | null = null;
    /** The text in which `#marks` count. */
    #text = '';
    #marks: Diagnostic[] = [];
    #typedAt = Number.NEGATIVE_INFINITY;
    #failedAt = Number.NEGATIVE_INFINITY;
    #cost = 0;
    #timer: number | undefined;
    #holdTimer: number | undefined;
    #framed = false;
    #reading = false;
    #again = false;
    #over = false;
    #gone = false;
    #problem: Sentence | null = null;

    constructor(view: FieldView, checker: Checker, options: FieldOptions) {
        this.view = view;
        this.id = `${options.idPrefix ?? ''}field-${++opened}`;
        this.#checker = checker;
        this.#options = options;
        this.#window = windowOf(view.element);
        const marks = canHighlight(this.#window);
        this.#highlighter = marks ? new Highlighter(this.#window, view.styleRoot) : null;
        if (!marks) {
            this.#tell('noHighlights');
        }
        this.#unwatch = watchField(view.element, {
            typed: () => {
                this.#typedAt = this.#window.performance.now();
                this.#followSoon();
                this.#readSoon();
            },
            changed: () => {
                this.#readSoon();
            },
            caret: () => {
                if (this.#holdTimer !== undefined) {
                    this.#readSoon();
                }
            },
            placed: () => {
                this.#followSoon();
            },
            look: () => {
                this.#look();
            },
        });
        this.#readSoon(0);
    }

    /** The marks as they are, in the text that the field holds. */
    marks(): readonly Diagnostic[] {
        return this.#marks;
    }

    /** What is off, if something is. */
    problem(): Sentence | null {
        return this.#problem;
    }

    /** The text in which the marks count. */
    text(): string {
        return this.#text;
    }

    /** Checks the text anew, as after other settings. */
    async refresh(): Promise<void> {
        this.#checked = null;
        this.#failedAt = Number.NEGATIVE_INFINITY;
        await this.#read();
    }

    /** Makes a fix, unless the text under its mark is another one by now. */
    async fix(mark: Diagnostic, fix: Fix): Promise<boolean> {
        return this.text().slice(mark.start, mark.end) === mark.text && (await this.#replace(fix.edits));
    }

    /** Makes all safe fixes. */
    async fixAll(): Promise<boolean> {
        await this.#read();
        const edits = this.#checked === this.#text ? await this.#checker.fix(this.id) : [];
        return edits.length > 0 && (await this.#replace(edits));
    }

    /** What is known of a place, in the text that the field holds. */
    async hover(offset: number): Promise<Card | null> {
        return this.#checked === this.#text ? this.#checker.hover(this.id, offset).catch(() => null) : null;
    }

    end(): void {
        if (this.#over) {
            return;
        }
        this.#over = true;
        this.#unwatch();
        this.#window.clearTimeout(this.#timer);
        this.#window.clearTimeout(this.#holdTimer);
        this.#highlighter?.remove();
        this.view.remove();
        if (this.#checked !== null) {
            this.#checker.close(this.id).catch(() => undefined);
        }
    }

    async #replace(edits: readonly TextEdit[]): Promise<boolean> {
        this.#follow();
        const done = await this.view.replace(edits);
        this.#typedAt = Number.NEGATIVE_INFINITY;
        await this.#read();
        return done;
    }

    #readSoon(delay = Math.max(DEBOUNCE, REST * this.#cost)): void {
        if (!this.#over) {
            this.#window.clearTimeout(this.#timer);
            this.#timer = this.#window.setTimeout(() => {
                this.#timer = undefined;
                void this.#read();
            }, delay);
        }
    }

    /** Reads the field until the checker has what it holds; one reading at a time. */
    async #read(): Promise<void> {
        this.#again = true;
        if (this.#reading) {
            return;
        }
        this.#reading = true;
        while (this.#again && !this.#over) {
            this.#again = false;
            await this.#readOnce();
        }
        this.#reading = false;
    }

    async #readOnce(): Promise<void> {
        if (!this.view.element.isConnected) {
            return;
        }
        const { performance } = this.#window;
        const began = performance.now();
        this.#follow();
        const text = this.#text;
        if (text === this.#checked || began - this.#failedAt < RETRY_DELAY) {
            if (this.#holdTimer !== undefined) {
                this.#paint();
            }
            return;
        }
        if (text.length > MAX_LENGTH) {
            this.#fail('tooLong');
            return;
        }
        try {
            const { diagnostics } = await this.#check(text);
            if (this.#over) {
                return;
            }
            this.#cost = performance.now() - began;
            this.#checked = text;
            this.#text = text;
            this.#marks = diagnostics;
            const problem = this.#highlighter ? null : 'noHighlights';
            if (this.#problem !== problem) {
                this.#tell(problem);
            }
            this.#follow();
            this.#paint();
            this.#options.onMarks?.(this.#marks);
        } catch {
            this.#fail('unavailable');
        }
    }

    /** Tells the checker what changed, or all of it where the checker has nothing, or has forgotten it. */
    async #check(text: string): Promise<{ diagnostics: Diagnostic[] }> {
        if (this.#checked !== null) {
            const edit = difference(this.#checked, text);
            try {
                return await this.#checker.edit(this.id, edit ? [edit] : []);
            } catch {
                this.#checked = null;
            }
        }
        return this.#checker.open(this.id, text, this.#options.document);
    }

    #fail(problem: Sentence): void {
        this.#failedAt = this.#window.performance.now();
        this.#checked = null;
        this.#marks = [];
        this.#paint();
        if (this.#problem !== problem) {
            this.#tell(problem);
        }
        this.#options.onMarks?.([]);
    }

    #tell(problem: Sentence | null): void {
        this.#problem = problem;
        this.#options.onProblem?.(problem && sentence(problem, this.#options.locale ?? 'hi'));
    }

    /** Takes over the text of the field; marks move along. */
    #follow(): void {
        const now = this.view.read();
        const edit = difference(this.#text, now);
        if (edit) {
            this.#text = now;
            this.#marks = movedDiagnostics(this.#marks, edit);
            this.#paint();
        }
        this.view.reposition();
    }

    #followSoon(): void {
        if (this.#framed) {
            return;
        }
        this.#framed = true;
        this.#window.requestAnimationFrame(() => {
            this.#framed = false;
            if (!this.#over && this.view.follows) {
                this.#follow();
            }
        });
    }

    #look(): void {
        const gone = !this.view.element.isConnected;
        if (gone !== this.#gone) {
            this.#gone = gone;
            this.view.reposition();
            if (gone) {
                this.#highlighter?.remove();
            } else {
                this.#paint();
                this.#readSoon();
            }
        } else if (!gone && this.view.follows) {
            this.#follow();
            if (this.#checked !== this.#text && this.#timer === undefined && !this.#reading) {
                this.#readSoon();
            }
        }
    }

    #paint(): void {
        if (!this.#highlighter) {
            return;
        }
        const held = this.#held();
        const marks: Mark[] = [];
        for (const mark of this.#marks) {
            const range = held && mark.start <= held.end && mark.end >= held.start ? null : this.view.range(mark);
            if (range) {
                marks.push({ severity: mark.severity, range });
            }
        }
        this.#highlighter.show(marks);
    }

    /** The word that is being typed. */
    #held(): Stretch | null {
        const wait = (this.#options.typingDelay ?? TYPING_DELAY) - (this.#window.performance.now() - this.#typedAt);
        const selection = wait > 0 ? this.view.selection() : null;
        this.#window.clearTimeout(this.#holdTimer);
        this.#holdTimer = undefined;
        if (!selection) {
            return null;
        }
        this.#holdTimer = this.#window.setTimeout(() => {
            this.#follow();
            this.#paint();
        }, wait + 1);
        const ahead = /\S*$/.exec(this.#text.slice(Math.max(0, selection.start - 64), selection.start))?.[0] ?? '';
        const behind = /^\S*/.exec(this.#text.slice(selection.end, selection.end + 64))?.[0] ?? '';
        return { start: selection.start - ahead.length, end: selection.end + behind.length };
    }
}
