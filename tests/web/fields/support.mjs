/** A page in Chromium with fields on it, and a checker that marks one word. */

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { eventually, require, WEB } from '../browser.mjs';

export { eventually, launch, marksIn as marks } from '../browser.mjs';
const esbuild = require('esbuild');

let script;

/** `vartani` in the page: the fields, and the checker that marks one word. */
async function fieldsScript() {
    script ??= esbuild
        .build({
            stdin: {
                contents: `export * from '${WEB}src/fields/index.ts'; export * from '${WEB}examples/one_word.ts';`,
                resolveDir: fileURLToPath(new URL('.', import.meta.url)),
            },
            bundle: true,
            write: false,
            format: 'iife',
            globalName: 'vartani',
        })
        .then(({ outputFiles }) => outputFiles[0].text);
    return script;
}

/** Opens a page with this body, with `vartani` in it, and attaches to every element that matches. */
export async function openFields(browser, body, { attach = '#field', before = '', options = {}, ...rest } = {}) {
    const page = await browser.newPage({
        viewport: { width: 900, height: 600 },
        ...rest,
    });
    page.setDefaultTimeout(10_000);
    await page.setContent(`<!doctype html><html lang="hi"><head><meta charset="utf-8"><style>
        body { font: 18px/1.6 'Noto Sans Devanagari'; margin: 24px; } textarea, input { font: inherit; }
        </style></head><body>${body}</body></html>`);
    if (before) {
        await page.evaluate(before);
    }
    await page.evaluate(await fieldsScript());
    await page.evaluate(
        ([selector, more]) => {
            window.checker = new vartani.OneWord(more.checker);
            window.problems = [];
            window.fields = [...document.querySelectorAll(selector)].map(element =>
                vartani.attachField(element, window.checker, {
                    locale: 'hi',
                    onProblem: problem => window.problems.push(problem),
                    ...more.options,
                }),
            );
        },
        [attach, { options, checker: rest.checker ?? {} }],
    );
    return page;
}

/** Waits until so many marks are painted. */
export async function painted(page, count) {
    await page.waitForFunction(
        wanted => [...CSS.highlights].reduce((sum, [, marks]) => sum + marks.size, 0) === wanted,
        count,
        { timeout: 40_000 },
    );
}

/** Rests the pointer on a place until a card is shown, and gives the middle of its first button. */
export async function cardAt(page, x, y) {
    await page.mouse.move(x + 1, y);
    await page.mouse.move(x, y);
    return eventually(async () => (await buttonInLayer(page)) ?? assert.fail('no card is shown'));
}

/** The middle of the first button of a card, or null. It is in a closed tree, where only the debugger sees it. */
export async function buttonInLayer(page) {
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const layers = all(root).filter(node => node.localName === 'vartani-layer');
    const button = layers.flatMap(all).find(node => node.localName === 'button');
    if (!button) return null;
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
    const [left, top, , , right, bottom] = model.content;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function all(node) {
    return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? []), node.contentDocument ?? []].flat().flatMap(all)];
}
