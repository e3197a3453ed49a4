/** One document of a checker, for one editor: tells it of edits, and the editor of the marks. */

import type { Card, Checker, Completion, Diagnostic, Diagnostics, Fix, TextEdit } from '../types.ts';
import type { Stretch } from '../fields/field-view.ts';
import { movedDiagnostics } from '../fields/moved-diagnostic.ts';
import { sentence } from '../fields/sentences.ts';
import { difference } from '../fields/text-edit.ts';
import { edited, smallest, whole } from './edits.ts';
import type { AdapterOptions } from './options.ts';

/** Marks at the word that is being typed are held back for so long unless said otherwise, in milliseconds. */
const TYPING_DELAY = 1000;

/** A checker that failed is asked again no sooner than after so many milliseconds. */
const RETRY_DELAY = 5000;

/** More edits than these, while the checker is busy, are told as one. */
const MAX_UNSENT = 64;

/** Two bundles in one page may share a checker, and each counts for itself. */
const SERIES = Math.random().toString(36).slice(2, 10);
let opened = 0;

export class Session {
    readonly id = `${SERIES}-${++opened}`;
    readonly #checker: Checker;
    readonly #options: AdapterOptions;
    readonly #show: (marks: readonly Diagnostic[]) => void;
    #text: string;
    /** All marks, where they are in `#text`. */
    #marks: Diagnostic[] = [];
    /** What the editor was shown last; marks that moved are other objects. */
    #shown: readonly Diagnostic[] | null = null;
    /** What the checker does not know yet. */
    #unsent: TextEdit[] = [];
    /** The text that the checker has, or null if it has none. */
    #sent: string | null = null;
    #version = 0;
    #asking: Promise<void> | null = null;
    #failedAt = Number.NEGATIVE_INFINITY;
    #typedAt = Number.NEGATIVE_INFINITY;
    #caret: number | null = null;
    #holdTimer: ReturnType<typeof setTimeout> | undefined;
    #isPainting = false;
    #isOver = false;

    /** `show` gets the marks that are to be seen, never while an editor is in the middle of an update. */
    constructor(checker: Checker, text: string, options: AdapterOptions, show: (marks: readonly Diagnostic[]) => void) {
        this.#checker = checker;
        this.#text = text;
        this.#options = options;
        this.#show = show;
        this.#send();
    }

    /** The text of the editor, as it was told last. */
    get text(): string {
        return this.#text;
    }

    /** All marks, with those that are held back. */
    get marks(): readonly Diagnostic[] {
        return this.#marks;
    }

    /** The editor's text has changed, and the caret is there now. Each edit counts in the text that the one before it left. */
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

    /** The editor has this text now. */
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

    /** The marks at a place, the narrowest first. */
    marksAt(offset: number): Diagnostic[] {
        return this.#marks
            .filter(({ start, end }) => start <= offset && offset <= end)
            .sort((a, b) => a.end - a.start - (b.end - b.start));
    }

    /**
     * Has the editor write a fix: `write` gets edits in the order of the text, without overlaps, all offsets in the text as
     * it is. Nothing is written where the text under the mark is another one by now.
     */
    take(mark: Diagnostic, fix: Fix, write: (edits: TextEdit[]) => void): boolean {
        if (this.#isOver || this.#text.slice(mark.start, mark.end) !== mark.text) return false;
        write(smallest(this.#text, fix.edits));
        this.#typedAt = Number.NEGATIVE_INFINITY;
        this.#paintSoon();
        return true;
    }

    hover(offset: number): Promise<Card | null> {
        return this.#ask(() => this.#checker.hover(this.id, offset), null);
    }

    complete(offset: number): Promise<Completion[]> {
        return this.#ask(() => this.#checker.complete(this.id, offset), []);
    }

    /** The document is closed, and nothing is shown any more. */
    end(): void {
        if (this.#isOver) return;
        this.#isOver = true;
        clearTimeout(this.#holdTimer);
        if (this.#version > 0) this.#checker.close(this.id).catch(() => undefined);
    }

    /** Asks about the text as it is; an answer about another text is none. */
    async #ask<T>(question: () => Promise<T>, none: T): Promise<T> {
        const text = this.#text;
        while (this.#asking) await this.#asking;
        if (this.#isOver || this.#sent === null || this.#text !== text) return none;
        try {
            const answer = await question();
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
                this.#take(await this.#sendOnce());
            } catch {
                this.#fail();
            }
        }
    }

    async #sendOnce(): Promise<Diagnostics> {
        const [edits, before] = [this.#unsent, this.#sent];
        this.#unsent = [];
        this.#sent = this.#text;
        if (before !== null) {
            const one = edits.length > MAX_UNSENT ? difference(before, this.#text) : null;
            try {
                this.#version += 1;
                return await this.#checker.edit(this.id, one ? [one] : edits);
            } catch {
                // The checker may have been started anew since
                this.#unsent = [];
                this.#sent = this.#text;
            }
        }
        this.#version = 1;
        return this.#checker.open(this.id, this.#text, this.#options.document);
    }

    #take(answer: Diagnostics): void {
        if (this.#failedAt > 0) {
            this.#failedAt = Number.NEGATIVE_INFINITY;
            this.#options.onProblem?.(null);
        }
        if (answer.version !== this.#version || this.#unsent.length > 0) return;
        this.#marks = answer.diagnostics;
        this.#paintSoon();
    }

    #fail(): void {
        const wasWell = this.#failedAt < 0;
        this.#failedAt = Date.now();
        this.#sent = null;
        this.#version = 0;
        this.#unsent = [];
        this.#marks = [];
        if (this.#isOver) return;
        this.#paintSoon();
        if (wasWell) this.#options.onProblem?.(sentence('unavailable', this.#options.locale ?? 'hi'));
    }

    #paintSoon(): void {
        if (this.#isPainting || this.#isOver) return;
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
        this.#show(seen);
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
