import type { TextEdit } from '../src/types.ts';
import { carried } from '../src/session/edits.ts';
import { applied } from '../src/session/text_edit.ts';
import { TextMap } from './text_map.ts';

/** Maximum length of text that several edits replace as one, in UTF-16 units; browsers are slow with more. */
const MAX_REPLACED = 20_000;

/**
 * The field of the article: an editable element that holds text alone. Whatever changes it goes through the browser's own
 * editing commands, so that Ctrl+Z takes it back.
 */
export class ArticleField {
    readonly element: HTMLElement;
    #map: TextMap | null = null;

    /** `onInput` is called after each change, whoever made it. */
    constructor(element: HTMLElement, onInput: () => void) {
        this.element = element;
        try {
            element.contentEditable = 'plaintext-only';
        } catch {
            element.contentEditable = 'true';
        }
        if (element.contentEditable !== 'plaintext-only') keepPlain(element);
        element.addEventListener('input', () => {
            this.#changed();
            onInput();
        });
        this.#changed();
    }

    get map(): TextMap {
        return (this.#map ??= new TextMap(this.element));
    }

    get text(): string {
        return this.map.text;
    }

    /** Puts in the text with which the page begins; it cannot be undone. */
    begin(text: string): void {
        this.element.textContent = text;
        this.#changed();
    }

    /** The selection, as offsets; `null` if it is elsewhere. */
    selection(): { start: number; end: number } | null {
        const selection = document.getSelection();
        if (!selection?.rangeCount) return null;
        const range = selection.getRangeAt(0);
        if (!this.element.contains(range.commonAncestorContainer)) return null;
        const start = this.map.offset(range.startContainer, range.startOffset);
        const end = this.map.offset(range.endContainer, range.endOffset);
        return start === null || end === null ? null : { start, end };
    }

    select(start: number, end: number): void {
        const range = this.map.range(start, end);
        const selection = document.getSelection();
        if (!range || !selection) return;
        selection.removeAllRanges();
        selection.addRange(range);
    }

    /**
     * Makes edits that are in the order of the text and do not overlap, as one step for Ctrl+Z if they lie near each other.
     * The caret stays where it was in the text. False if the browser wrote something else, which is taken back then.
     */
    apply(edits: readonly TextEdit[]): boolean {
        const first = edits[0];
        const last = edits.at(-1);
        if (!first || !last) return true;
        const before = this.text;
        const wanted = applied(before, edits);
        const caret = this.selection()?.end ?? last.end;
        this.element.focus({ preventScroll: true });

        const whole = { start: first.start, end: last.end, insert: '' };
        whole.insert = wanted.slice(whole.start, wanted.length - (before.length - whole.end));
        const steps = edits.length > 1 && whole.insert.length <= MAX_REPLACED ? [whole] : edits;
        if (!this.#write(steps, wanted) && (steps === edits || !this.#write(edits, wanted))) return false;
        const place = carried(caret, edits);
        this.select(place, place);
        return true;
    }

    #write(edits: readonly TextEdit[], wanted: string): boolean {
        const before = this.text;
        let done = 0;
        for (const { start, end, insert } of edits.toReversed()) {
            this.select(start, end);
            if (insert === '') command('delete');
            // As text, a line feed would become an element
            else if (insert.includes('\n')) command('insertHTML', escaped(insert));
            else command('insertText', insert);
            done++;
        }
        if (this.text === wanted) return true;
        while (done-- > 0 && this.text !== before) command('undo');
        return false;
    }

    #changed(): void {
        this.#map = null;
        this.element.classList.toggle('is-empty', this.text === '');
    }
}

/** One of the browser's editing commands: what it does, Ctrl+Z takes back. */
function command(name: 'delete' | 'insertHTML' | 'insertText' | 'undo', text?: string): void {
    // Deprecated for twenty years of editors built on it, and nothing else keeps the history of undo
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand(name, false, text);
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What `plaintext-only` does, for a browser that does not know it: nothing but text comes in. */
function keepPlain(element: HTMLElement): void {
    element.addEventListener('beforeinput', event => {
        if (event.inputType.startsWith('format')) event.preventDefault();
        if (event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop') {
            event.preventDefault();
            command('insertText', event.dataTransfer?.getData('text/plain') ?? '');
        }
    });
}
