import type { Card, Checker, CheckerOptions, Diagnostic, DocumentOptions, Fault, TextEdit } from '../src/types.ts';
import { difference } from '../src/fields/text-edit.ts';

/** The name by which the checker knows the article. */
const ID = 'article';

/** What a session tells. */
export interface SessionEvents {
    /** The marks of the text that `changed` was last told; never those of an older one. */
    diagnostics(diagnostics: readonly Diagnostic[]): void;
    /** Marks cannot be had any more. Called once. */
    failed(error: unknown): void;
}

/**
 * The conversation with the checker about one article. One question is on its way at a time: what somebody types meanwhile
 * becomes one edit, so a slow device reads less often and never falls behind.
 */
export class Session {
    readonly #checker: Promise<Checker>;
    readonly #events: SessionEvents;
    #text: string;
    #options: DocumentOptions;
    /** What the checker knows; `null` before the article is open. */
    #known: string | null = null;
    #reading: Promise<void> | null = null;
    #broken = false;
    #faults: readonly Fault[] = [];

    constructor(checker: Promise<Checker>, text: string, options: DocumentOptions, events: SessionEvents) {
        this.#checker = checker;
        this.#text = text;
        this.#options = options;
        this.#events = events;
        void this.#read();
    }

    /** Tells what the text is now. */
    changed(text: string): void {
        this.#text = text;
        void this.#read();
    }

    /** Reads the article as another format, or from another day. */
    async reopen(options: DocumentOptions): Promise<void> {
        this.#options = options;
        this.#known = null;
        await this.#read();
    }

    /** Takes other files or another language. Returns the faults of the files. */
    async configure(options: CheckerOptions): Promise<readonly Fault[]> {
        await this.#ask(async checker => {
            this.#faults = await checker.configure(options);
            // Read again: the marks are others
            this.#known = null;
        });
        await this.#read();
        return this.#faults;
    }

    /** What is known of a place; `null` too where the text moved on meanwhile. */
    async hover(offset: number): Promise<Card | null> {
        const text = this.#text;
        const card = await this.#ask(checker => checker.hover(ID, offset));
        return this.#text === text ? card : null;
    }

    /** The edits of all safe fixes of the text as it is. */
    async safeFixes(): Promise<readonly TextEdit[]> {
        const text = this.#text;
        const edits = await this.#ask(checker => checker.fix(ID));
        return this.#text === text ? (edits ?? []) : [];
    }

    /** Whether the checker was told the text as it is. */
    get isCurrent(): boolean {
        return this.#known === this.#text;
    }

    #read(): Promise<void> {
        return (this.#reading ??= this.#readAll().finally(() => (this.#reading = null)));
    }

    async #readAll(): Promise<void> {
        try {
            const checker = await this.#checker;
            while (!this.#broken && this.#known !== this.#text) {
                const text = this.#text;
                const edit = this.#known === null ? null : difference(this.#known, text);
                const answer = edit ? await checker.edit(ID, [edit]) : await checker.open(ID, text, this.#options);
                this.#known = text;
                if (this.#text === text) this.#events.diagnostics(answer.diagnostics);
            }
        } catch (error) {
            this.#fail(error);
        }
    }

    /** Asks about the text as it is, after it was read. */
    async #ask<T>(question: (checker: Checker) => Promise<T>): Promise<T | null> {
        await this.#read();
        if (this.#broken) return null;
        try {
            return await question(await this.#checker);
        } catch (error) {
            this.#fail(error);
            return null;
        }
    }

    #fail(error: unknown): void {
        if (this.#broken) return;
        this.#broken = true;
        this.#events.failed(error);
    }
}
