/**
 * Lexical: marks by the CSS Custom Highlight API, since its own way to mark words, a MarkNode, is part of the document, of
 * its history and of what collaborators see. A fix splices letters inside of the text nodes, which keep their formats.
 */

import {
    $getNearestNodeFromDOMNode,
    $getNodeByKey,
    $getSelection,
    $isRangeSelection,
    $isTextNode,
    type LexicalEditor,
    type UpdateListenerPayload,
} from 'lexical';
import type { Checker, TextEdit } from '../types.ts';
import type { Stretch } from '../session/text_edit.ts';
import { highlighterFor, showBy, type Highlighter } from '../fields/highlighter.ts';
import { LexicalText, type Piece } from './lexical_text.ts';
import type { SessionOptions } from '../session/options.ts';
import { Popup, type MarkedEditor } from './popup.ts';
import { Session } from '../session/session.ts';

/** Marks in a Lexical editor what a checker finds, with cards and fixes. The answer takes them away, as Lexical's own do. */
export function registerVartani(editor: LexicalEditor, checker: Checker, options: SessionOptions = {}): () => void {
    let attached: VartaniLexical | null = null;
    const unregister = editor.registerRootListener(root => {
        attached?.end();
        attached = root && new VartaniLexical(editor, root, checker, options);
    });
    return () => {
        unregister();
        attached?.end();
        attached = null;
    };
}

class VartaniLexical implements MarkedEditor {
    readonly element: HTMLElement;
    readonly session: Session;
    readonly #editor: LexicalEditor;
    readonly #popup: Popup;
    readonly #highlights: Highlighter | null;
    readonly #unregister: () => void;
    #text: LexicalText;

    constructor(editor: LexicalEditor, root: HTMLElement, checker: Checker, options: SessionOptions) {
        this.element = root;
        this.#editor = editor;
        this.#highlights = highlighterFor(root);
        this.#text = editor.read(() => new LexicalText());
        this.session = new Session(
            checker,
            this.#text.toString(),
            options,
            showBy(this.#highlights, stretch => this.range(stretch)),
        );
        this.#popup = new Popup(this, options);
        this.#unregister = editor.registerUpdateListener(update => {
            this.#updated(update);
        });
    }

    end(): void {
        this.#unregister();
        this.#highlights?.remove();
        this.#popup.end();
        this.session.end();
    }

    caret(): number | null {
        return this.#editor.getEditorState().read(() => {
            const selection = $getSelection();
            if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
            return this.#text.offset(selection.anchor.key, selection.anchor.offset);
        });
    }

    range({ start, end }: Stretch): Range | null {
        const pieces = this.#text.pieces({ start, end }).filter(({ at, length }) => at < end && at + length > start);
        const [first, last] = [pieces[0], pieces.at(-1)];
        const [from, to] = [first && this.#domText(first), last && this.#domText(last)];
        if (!first || !last || !from || !to) return null;
        const range = this.element.ownerDocument.createRange();
        range.setStart(from, Math.min(Math.max(0, start - first.at), from.length));
        range.setEnd(to, Math.min(end - last.at, last.length, to.length));
        return range;
    }

    offsetAt(x: number, y: number): number | null {
        const place = this.element.ownerDocument.caretPositionFromPoint(x, y);
        if (!(place?.offsetNode instanceof Text)) return null;
        const { offsetNode, offset } = place;
        const key = this.#editor.read(() => $getNearestNodeFromDOMNode(offsetNode)?.getKey());
        return key === undefined ? null : this.#text.offset(key, offset);
    }

    write(edits: readonly TextEdit[]): void {
        const text = this.#text;
        if (edits.some(edit => text.pieces(edit).every(piece => piece.isFixed))) return;
        this.#editor.update(
            () => {
                for (const edit of edits.toReversed()) splice(text, edit);
            },
            { tag: 'history-push', discrete: true },
        );
    }

    focus(): void {
        this.element.focus({ preventScroll: true });
    }

    #updated({ dirtyElements, dirtyLeaves }: UpdateListenerPayload): void {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) {
            this.session.moveCaret(this.caret());
            return;
        }
        this.#text = this.#editor.getEditorState().read(() => new LexicalText());
        if (this.#text.toString() === this.session.text) return;
        this.#popup.hide();
        this.session.setText(this.#text.toString(), this.caret());
    }

    #domText({ key }: Piece): Text | null {
        let node: Node | null = this.#editor.getElementByKey(key);
        while (node && !(node instanceof Text)) node = node.firstChild;
        return node;
    }
}

/** Writes an edit into the text nodes: letters go from where they are, and new ones stand in the first of these nodes. */
function splice(text: LexicalText, { start, end, insert }: TextEdit): void {
    let rest = insert;
    for (const { key, at, length, isFixed } of text.pieces({ start, end })) {
        const node = $getNodeByKey(key);
        const from = Math.max(0, start - at);
        const removed = Math.min(length, end - at) - from;
        // Beside the letters that go there are neighbours, which only touch the edit
        if (!$isTextNode(node) || isFixed || (removed === 0 && (rest === '' || end > start))) continue;
        node.spliceText(from, removed, rest);
        rest = '';
    }
}
