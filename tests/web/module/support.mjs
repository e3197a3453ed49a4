// What the tests of the module share.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createChecker, createWorkerChecker } from '../../../editors/web/dist/index.js';

/** A day on which no date of the tests is in the future. */
export const today = '2025-03-12';

/** A checker in this thread and one in a worker, which have to do the same. */
export const threads = { 'in this thread': createChecker, 'in a worker': createWorkerChecker };

/** A text with marks `⟦…⟧` around what diagnostics mark. */
export function marked(text, diagnostics) {
    const places = diagnostics.map(({ start, end }) => [start, end]).sort((a, b) => b[0] - a[0]);
    for (const [start, end] of places) {
        text = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
    }
    return text;
}

/** A text with edits made that do not overlap, all of whose offsets are in the text as it is. */
export function edited(text, edits) {
    for (const { start, end, insert } of [...edits].reverse()) {
        text = text.slice(0, start) + insert + text.slice(end);
    }
    return text;
}

/** Numbers in [0, 1) that are the same at every run. */
export function random(seed) {
    return () => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return seed / 2 ** 32;
    };
}

export const root = new URL('../../../', import.meta.url);
export const wasm = () => readFileSync(new URL('editors/web/dist/vartani.wasm', root));

/** News of ../shared where that is, else the samples. */
function news() {
    const file = new URL('../shared/eval/news-ccbysa.jsonl', root);
    if (existsSync(file)) return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text);
    const samples = new URL('tests/articles/', root);
    return readdirSync(samples).map(name => readFileSync(new URL(name, samples), 'utf8'));
}

/** News of so many kilobytes of UTF-8. */
export function textOf(kilobytes) {
    const all = news();
    let text = '';
    for (let at = 0; Buffer.byteLength(text) < kilobytes * 1000; at = (at + 1) % all.length) text += `${all[at]}\n\n`;
    return text;
}
