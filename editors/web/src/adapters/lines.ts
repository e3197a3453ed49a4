/** Lines and columns of a text, from 0, as the Language Server Protocol counts them in UTF-16 units. */

interface Position {
    line: number;
    character: number;
}

export class Lines {
    readonly #text: string;
    /** Where each line begins. */
    readonly #starts: number[] = [0];

    constructor(text: string) {
        this.#text = text;
        for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(index + end.length);
    }

    /** An offset in the text; a place behind its line's end is the end of the line. */
    offset({ line, character }: Position): number {
        const start = this.#starts[line];
        if (start === undefined) return this.#text.length;
        const next = this.#starts[line + 1];
        const end = next === undefined ? this.#text.length : next - 1;
        return Math.min(start + character, Math.max(start, end));
    }

    range({ start, end }: { start: number; end: number }): { start: Position; end: Position } {
        return { start: this.#position(start), end: this.#position(end) };
    }

    #position(offset: number): Position {
        let [low, high] = [0, this.#starts.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
            else high = middle;
        }
        return { line: low - 1, character: offset - (this.#starts[low - 1] ?? 0) };
    }
}
