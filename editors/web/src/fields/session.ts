/** One field and its checker: reads what is written, keeps the marks under their words, writes fixes. */

import { Session } from '../session/session.ts';
import type { Card, Checker, Diagnostic, Fix, TextEdit } from '../types.ts';
import { windowOf } from './dom.ts';
import type { FieldView } from './field-view.ts';
import { canHighlight, Highlighter } from './highlighter.ts';
import type { FieldOptions } from './options.ts';
import { watchField } from './watch.ts';

/** Debounce: a text that is costly to read is read only after this long without a key, in milliseconds. */
const DEBOUNCE = 60;

/** And no sooner than so many times as long as reading it took last. */
const REST = 2;

export class FieldSession {
    readonly view: FieldView;
    readonly #session: Session;
    readonly #highlighter: Highlighter | null;
    readonly #unwatch: () => void;
    readonly #window: Window & typeof globalThis;
    #shown: readonly Diagnostic[] = [];
    /** How long reading took last, in milliseconds. */
    #cost = 0;
    #timer: number | undefined;
    #isFramed = false;
    #isGone = false;
    #isOver = false;

    constructor(view: FieldView, checker: Checker, options: FieldOptions) {
        this.view = view;
        this.#window = windowOf(view.element);
        this.#highlighter = canHighlight(this.#window) ? new Highlighter(this.#window, view.styleRoot) : null;
        const show = (marks: readonly Diagnostic[]): void => {
            this.#shown = marks;
            this.#paint();
        };
        this.#session = new Session(checker, view.read(), options, this.#highlighter && show);
        this.view.reposition();
        this.#unwatch = watchField(view.element, {
            changed: () => {
                this.#readSoon();
            },
            caret: () => {
                this.#session.moveCaret(this.#caret());
            },
            placed: () => {
                this.#frame();
            },
            look: () => {
                this.#look();
            },
        });
    }

    /** The marks as they are, in the text that the field holds. */
    marks(): readonly Diagnostic[] {
        return this.#session.marks;
    }

    /** One sentence on what is off, or null. */
    problem(): string | null {
        return this.#session.problem;
    }

    /** The text in which the marks count. */
    text(): string {
        return this.#session.text;
    }

    /** Checks the text anew, as after other settings. */
    async refresh(): Promise<void> {
        this.#follow();
        await this.#session.reopen();
    }

    /** Makes a fix, unless the text under its mark is another one by now. */
    async fix(mark: Diagnostic, fix: Fix): Promise<boolean> {
        return this.#session.isThere(mark) && (await this.#replace(fix.edits));
    }

    /** Makes all safe fixes. */
    async fixAll(): Promise<boolean> {
        this.#follow();
        const edits = await this.#session.safeFixes();
        return edits.length > 0 && (await this.#replace(edits));
    }

    /** What is known of a place, in the text that the field holds. */
    hover(offset: number): Promise<Card | null> {
        return this.#session.hover(offset);
    }

    end(): void {
        this.#isOver = true;
        this.#unwatch();
        this.#window.clearTimeout(this.#timer);
        this.#highlighter?.remove();
        this.view.remove();
        this.#session.end();
    }

    async #replace(edits: readonly TextEdit[]): Promise<boolean> {
        const text = this.#session.text;
        this.#follow();
        const done = this.#session.text === text && (await this.view.replace(edits));
        this.#follow();
        this.#session.rest();
        await this.#session.settled();
        return done;
    }

    /** Takes over the text of the field, and follows it where it went. */
    #follow(): void {
        if (this.#isOver || !this.view.element.isConnected) {
            return;
        }
        const { performance } = this.#window;
        const began = performance.now();
        this.#session.setText(this.view.read(), this.#caret());
        this.view.reposition();
        this.#cost = performance.now() - began;
    }

    #caret(): number | null {
        return this.view.selection()?.start ?? null;
    }

    #readSoon(): void {
        if (this.view.follows) {
            this.#frame();
        } else if (!this.#isOver) {
            this.#window.clearTimeout(this.#timer);
            this.#timer = this.#window.setTimeout(
                () => {
                    this.#follow();
                },
                Math.max(DEBOUNCE, REST * this.#cost),
            );
        }
    }

    /** Follows with the next frame what is cheap to read; ranges in the page follow their words by themselves. */
    #frame(): void {
        if (this.#isFramed || !this.view.follows) {
            return;
        }
        this.#isFramed = true;
        this.#window.requestAnimationFrame(() => {
            this.#isFramed = false;
            this.#follow();
        });
    }

    #look(): void {
        const isGone = !this.view.element.isConnected;
        if (isGone !== this.#isGone) {
            this.#isGone = isGone;
            this.view.reposition();
            if (isGone) {
                this.#highlighter?.remove();
            } else {
                this.#paint();
                this.#readSoon();
            }
        } else if (this.view.follows) {
            this.#follow();
        }
    }

    #paint(): void {
        this.#highlighter?.show(this.#shown, stretch => this.view.range(stretch));
    }
}
