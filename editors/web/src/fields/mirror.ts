/**
 * The text of a plain field once more, invisible, exactly over it, so that ranges in it lie under the words. A line is an
 * element of its own: an edit sets only the lines that it touches.
 */

import type { PlainElement } from './dom.ts';
import { composedClosest, isTextarea, windowOf } from './dom.ts';
import type { Stretch } from '../session/text_edit.ts';
import type { Layer } from './layer.ts';
import { contentBox, copyText } from './metrics.ts';
import { isCovered, visiblePart } from './visible-part.ts';

export class Mirror {
    readonly #field: PlainElement;
    readonly #layer: Layer;
    /** What is seen of the field. */
    readonly #window: HTMLElement;
    /** All of its text, scrolled. */
    readonly #sheet: HTMLElement;
    #lines: string[] = [];
    /** Where each line begins in the text; one more than there are lines. */
    #starts: number[] = [0];
    #set = '';

    constructor(field: PlainElement, layer: Layer) {
        const document = field.ownerDocument;
        this.#field = field;
        this.#layer = layer;
        this.#window = document.createElement('div');
        this.#sheet = document.createElement('div');
        this.#window.ariaHidden = 'true';
        this.#window.append(this.#sheet);
        layer.shadow.append(this.#window);
    }

    /** Takes a text; only lines that differ are set again. */
    write(text: string): void {
        const lines = text.split('\n');
        const old = this.#lines;
        const most = Math.min(lines.length, old.length);
        let ahead = 0;
        while (ahead < most && lines[ahead] === old[ahead]) {
            ahead += 1;
        }
        let behind = 0;
        while (behind < most - ahead && lines[lines.length - 1 - behind] === old[old.length - 1 - behind]) {
            behind += 1;
        }
        const changed = lines.slice(ahead, lines.length - behind);
        const replaced = Array.from(
            { length: old.length - behind - ahead },
            (_, at) => this.#sheet.children[ahead + at],
        );
        const next = this.#sheet.children[old.length - behind] ?? null;
        const made = this.#field.ownerDocument.createDocumentFragment();
        changed.forEach((line, at) => {
            const kept = replaced[at];
            if (kept) {
                (kept.firstChild as Text).data = `${line}\n`;
            } else {
                const element = this.#field.ownerDocument.createElement('div');
                element.textContent = `${line}\n`;
                // The field is one block: only its first line is indented
                element.style.textIndent = ahead + at === 0 ? '' : '0';
                made.append(element);
            }
        });
        replaced.slice(changed.length).forEach(line => line?.remove());
        this.#sheet.insertBefore(made, next);
        this.#lines = lines;
        this.#starts = [0];
        let at = 0;
        for (const line of lines) {
            at += line.length + 1;
            this.#starts.push(at);
        }
    }

    /** The range of a stretch; it may run over several lines. */
    range(stretch: Stretch): Range | null {
        const first = this.#line(stretch.start);
        const last = this.#line(stretch.end);
        const [from, to] = [this.#sheet.children[first]?.firstChild, this.#sheet.children[last]?.firstChild];
        if (!from || !to) {
            return null;
        }
        const range = this.#field.ownerDocument.createRange();
        range.setStart(from, stretch.start - (this.#starts[first] ?? 0));
        range.setEnd(to, stretch.end - (this.#starts[last] ?? 0));
        return range;
    }

    /** Lies over the field again, clipped to the part of it that is seen. Null if nothing of it is. */
    reposition(): DOMRect | null {
        const field = this.#field;
        const rect = field.getBoundingClientRect();
        const style = windowOf(field).getComputedStyle(field);
        const box = contentBox(field, style, rect);
        const left = rect.left + box.left * box.scaleX;
        const top = rect.top + box.top * box.scaleY;
        const seen = visiblePart(field, new DOMRect(left, top, box.width * box.scaleX, box.height * box.scaleY));
        if (!seen || style.visibility !== 'visible' || isCovered(field, seen)) {
            this.#window.style.display = 'none';
            return null;
        }
        this.#layer.standOver(field);
        const origin = this.#layer.origin();
        const inside = `inset(${[
            (seen.top - top) / box.scaleY,
            (left + box.width * box.scaleX - seen.right) / box.scaleX,
            (top + box.height * box.scaleY - seen.bottom) / box.scaleY,
            (seen.left - left) / box.scaleX,
        ]
            .map(side => `${Math.max(0, side)}px`)
            .join(' ')})`;
        const own = this.#window.style;
        own.cssText = `display: block; position: absolute; margin: 0; overflow: clip; pointer-events: none; transform-origin: 0 0;
            left: ${left - origin.left}px; top: ${top - origin.top}px; width: ${box.width}px; height: ${box.height}px;
            transform: scale(${box.scaleX}, ${box.scaleY}); clip-path: ${inside};`;
        this.#setText(style);
        const text = this.#sheet.style;
        text.width = `${Math.max(0, box.width - box.paddingLeft - box.paddingRight)}px`;
        text.left = `${box.paddingLeft - field.scrollLeft}px`;
        text.top = `${box.paddingTop - field.scrollTop}px`;
        if (!isTextarea(field)) {
            // A browser centres the one line of an input between its paddings
            const free = box.height - box.paddingTop - box.paddingBottom - this.#sheet.offsetHeight;
            text.top = `${box.paddingTop + free / 2}px`;
        }
        return seen;
    }

    remove(): void {
        this.#window.remove();
    }

    /** Sets the text as the field does, if the field's style has changed. */
    #setText(style: CSSStyleDeclaration): void {
        const sample = this.#field.ownerDocument.createElement('div').style;
        copyText(style, sample, this.#field);
        const wanted = sample.cssText;
        if (wanted !== this.#set) {
            this.#set = wanted;
            const { left, top, width } = this.#sheet.style;
            this.#sheet.style.cssText = `${wanted}; position: absolute; margin: 0; padding: 0; border: 0; color: transparent;
                -webkit-text-fill-color: transparent; text-shadow: none; left: ${left}; top: ${top}; width: ${width};`;
        }
        this.#sheet.lang = langOf(this.#field);
    }

    /** The line in which an offset lies. */
    #line(offset: number): number {
        let low = 0;
        let high = this.#lines.length;
        while (high - low > 1) {
            const middle = (low + high) >>> 1;
            if ((this.#starts[middle] ?? 0) <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

function langOf(field: PlainElement): string {
    return composedClosest(field, element => element.hasAttribute('lang'))?.getAttribute('lang') ?? '';
}
