/** One document of a checker: tells it of edits, and whoever shows the document of the marks. */

import type {
    Card,
    Checker,
    Completion,
    Diagnostic,
    Diagnostics,
    DocumentOptions,
    Fix,
    Locale,
    TextEdit,
} from '../types.ts';
import { edited, smallest, whole } from './edits.ts';
import { movedDiagnostics } from './moved_diagnostic.ts';
import type { SessionOptions } from './options.ts';
import { sentence, type Sentence } from './sentences.ts';
import { difference, type Stretch } from './text_edit.ts';

/** Marks at the word that is being typed are held back for so long unless said otherwise, in milliseconds. */
const TYPING_DELAY = 1000;

/** A checker that failed is asked again no sooner than after so many milliseconds. */
const RETRY_DELAY = 5000;

/** More edits than these, while the checker is busy, are told as one. */
const MAX_UNSENT = 64;

/** Maximum length of a text that is checked, in UTF-16 units. */
const MAX_LENGTH = 4_000_000;

/** Two bundles in one page may share a checker, and each counts for itself. */
const SERIES = Math.random().toString(36).slice(2, 10);
let opened = 0;

/** Shows marks, and no others. */
export type Show = (marks: readonly Diagnostic[]) => void;

export class Session {
    readonly #id = `${SERIES}-${++opened}`;
    readonly #checker: Checker | Promise<Checker>;
    readonly #options: SessionOptions;
    readonly #show: Show | null;
    #document: DocumentOptions | undefined;
    #text: string;
    /** All marks, where they are in `#text`. */
    #marks: Diagnostic[] = [];
    /** What was shown last; marks that moved are other objects. */
    #shown: readonly Diagnostic[] | null = null;
    /** What the checker does not know yet. */
    #unsent: TextEdit[] = [];
    /** The text that the checker has, or null if it has none or has to read it again. */
    #sent: string | null = null;
    #version = 0;
    #asking: Promise<void> | null = null;
    #failedAt = Number.NEGATIVE_INFINITY;
    #problem: Sentence | null = null;
    #typedAt = Number.NEGATIVE_INFINITY;
    #caret: number | null = null;
    #holdTimer: ReturnType<typeof setTimeout> | undefined;
    #isPainting = false;
    #isOver = false;

    /**
     * `show` gets the marks that are to be seen, never while an editor is in the middle of an update; it is null where the
     * browser cannot mark words.
     */
    constructor(checker: Checker | Promise<Checker>, text: string, options: SessionOptions, show: Show | null) {
        this.#checker = checker;
        this.#text = text;
        this.#options = options;
        this.#document = options.document;
        this.#show = show;
        this.#tell(this.#limit);
        this.#send();
    }

    /** The name by which the checker knows the document. */
    get id(): string {
        return this.#id;
    }

    /** The text, as it was told last. */
    get text(): string {
        return this.#text;
    }

    /** All marks, with those that are held back. */
    get marks(): readonly Diagnostic[] {
        return this.#marks;
    }

    /** One sentence on what is off, or null. */
    get problem(): string | null {
        return this.#problem && sentence(this.#problem, this.#locale);
    }

    /** The text has changed, and the caret is there now. Each edit counts in the text that the one before it left. */
    change(edits: readonly TextEdit[], caret: number | null): void {
        for (const edit of edits) {
            this.#unsent.push(whole(this.#text, edit));
            this.#text = edited(this.#text, edit);
            this.#marks = movedDiagnostics(this.#marks, edit);
        }
        this.#caret = caret;
        this.#typedAt = Date.now();
        this.#send();
        this.#paintSoon();
    }

    /** The text is this now. */
    setText(text: string, caret: number | null): void {
        const edit = difference(this.#text, text);
        if (edit) this.change([edit], caret);
        else this.moveCaret(caret);
    }

    moveCaret(caret: number | null): void {
        if (caret === this.#caret) return;
        this.#caret = caret;
        if (this.#holdTimer !== undefined) this.#paintSoon();
    }

    /** Nothing is being typed: no mark is held back any more. */
    rest(): void {
        this.#typedAt = Number.NEGATIVE_INFINITY;
        this.#paintSoon();
    }

    /** The marks at a place, the narrowest first. */
    marksAt(offset: number): Diagnostic[] {
        return this.#marks
            .filter(({ start, end }) => start <= offset && offset <= end)
            .sort((a, b) => a.end - a.start - (b.end - b.start));
    }

    /** Whether the words under a mark are still those that it speaks of. */
    isThere(mark: Diagnostic): boolean {
        return !this.#isOver && this.#text.slice(mark.start, mark.end) === mark.text;
    }

    /**
     * Has a fix written: `write` gets edits in the order of the text, without overlaps, all offsets in the text as it is.
     * Nothing is written where the text under the mark is another one by now.
     */
    take(mark: Diagnostic, fix: Fix, write: (edits: TextEdit[]) => void): boolean {
        if (!this.isThere(mark)) return false;
        write(smallest(this.#text, fix.edits));
        this.rest();
        return true;
    }

    /** The edits of all safe fixes, in the order of the text. */
    safeFixes(): Promise<TextEdit[]> {
        return this.#ask(checker => checker.fix(this.#id), []);
    }

    hover(offset: number): Promise<Card | null> {
        return this.#ask(checker => checker.hover(this.#id, offset), null);
    }

    complete(offset: number): Promise<Completion[]> {
        return this.#ask(checker => checker.complete(this.#id, offset), []);
    }

    /** Has the text read again: under other files, in another language or by other options. */
    async reopen(document = this.#document): Promise<void> {
        this.#document = document;
        this.#sent = null;
        this.#unsent = [];
        this.#failedAt = Number.NEGATIVE_INFINITY;
        this.#send();
        await this.settled();
    }

    /** Waits until the checker knows the text, or cannot be asked. */
    async settled(): Promise<void> {
        while (this.#asking) await this.#asking;
    }

    /** The document is closed, and nothing is shown any more. */
    end(): void {
        if (this.#isOver) return;
        this.#isOver = true;
        clearTimeout(this.#holdTimer);
        if (this.#version > 0) this.#close().catch(() => undefined);
    }

    async #close(): Promise<void> {
        await (await this.#checker).close(this.#id);
    }

    get #locale(): Locale {
        return this.#options.locale ?? 'hi';
    }

    /** What is off even where all is well. */
    get #limit(): Sentence | null {
        return this.#show ? null : 'noHighlights';
    }

    /** Asks about the text as it is; an answer about another text is none. */
    async #ask<T>(question: (checker: Checker) => Promise<T>, none: T): Promise<T> {
        const text = this.#text;
        await this.settled();
        if (this.#isOver || this.#sent === null || this.#text !== text) return none;
        try {
            const answer = await question(await this.#checker);
            return this.#text === text ? answer : none;
        } catch {
            return none;
        }
    }

    /** Tells the checker what it does not know, one call at a time. */
    #send(): void {
        this.#asking ??= this.#sendAll().finally(() => {
            this.#asking = null;
        });
    }

    async #sendAll(): Promise<void> {
        while (!this.#isOver && (this.#sent === null || this.#unsent.length > 0)) {
            if (Date.now() - this.#failedAt < RETRY_DELAY) {
                this.#unsent = [];
                return;
            }
            try {
                if (this.#text.length > MAX_LENGTH) this.#fail('tooLong');
                else this.#take(await this.#sendOnce());
            } catch {
                this.#fail('unavailable');
            }
        }
    }

    async #sendOnce(): Promise<Diagnostics> {
        const checker = await this.#checker;
        if (this.#isOver) return { version: 0, diagnostics: [] };
        const [edits, before] = [this.#unsent, this.#sent];
        this.#unsent = [];
        this.#sent = this.#text;
        if (before !== null) {
            const one = edits.length > MAX_UNSENT ? difference(before, this.#text) : null;
            try {
                this.#version += 1;
                return await checker.edit(this.#id, one ? [one] : edits);
            } catch {
                // The checker may have been started anew since
                this.#unsent = [];
                this.#sent = this.#text;
            }
        }
        this.#version = 1;
        return checker.open(this.#id, this.#text, this.#document);
    }

    #take(answer: Diagnostics): void {
        if (this.#isOver) return;
        this.#failedAt = Number.NEGATIVE_INFINITY;
        this.#tell(this.#limit);
        if (answer.version !== this.#version || this.#unsent.length > 0 || this.#sent === null) return;
        this.#marks = answer.diagnostics;
        this.#paintSoon();
        this.#options.onMarks?.(this.#marks);
    }

    #fail(problem: Sentence): void {
        this.#failedAt = Date.now();
        this.#sent = null;
        this.#version = 0;
        this.#unsent = [];
        this.#marks = [];
        if (this.#isOver) return;
        this.#paintSoon();
        this.#tell(problem);
        this.#options.onMarks?.([]);
    }

    #tell(problem: Sentence | null): void {
        if (problem === this.#problem) return;
        this.#problem = problem;
        this.#options.onProblem?.(this.problem);
    }

    #paintSoon(): void {
        if (this.#isPainting || this.#isOver || !this.#show) return;
        this.#isPainting = true;
        queueMicrotask(() => {
            this.#isPainting = false;
            if (!this.#isOver) this.#paint();
        });
    }

    #paint(): void {
        const held = this.#held();
        const seen = held ? this.#marks.filter(mark => mark.end < held.start || mark.start > held.end) : this.#marks;
        const shown = this.#shown;
        // An editor that is shown the same again would close an open tooltip
        if (shown?.length === seen.length && seen.every((mark, index) => mark === shown[index])) return;
        this.#shown = seen;
        this.#show?.(seen);
    }

    /** The word that is being typed, if there is one; it comes to an end by itself. */
    #held(): Stretch | null {
        clearTimeout(this.#holdTimer);
        this.#holdTimer = undefined;
        const wait = (this.#options.typingDelay ?? TYPING_DELAY) - (Date.now() - this.#typedAt);
        if (this.#caret === null || wait <= 0) return null;
        this.#holdTimer = setTimeout(() => {
            this.#paintSoon();
        }, wait + 1);
        return wordAt(this.#text, this.#caret);
    }
}

/** What stands between white space around a place. */
function wordAt(text: string, offset: number): Stretch {
    let start = offset;
    while (start > 0 && !isSpace(text.charAt(start - 1))) start--;
    let end = offset;
    while (end < text.length && !isSpace(text.charAt(end))) end++;
    return { start, end };
}

function isSpace(unit: string): boolean {
    return unit.trim() === '';
}
