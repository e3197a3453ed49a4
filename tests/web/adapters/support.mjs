/** Example pages in Chromium. */

import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { after, before } from 'node:test';
import { buildExamples, OUT } from '../../../editors/web/examples/build.mjs';
import { launch, serve } from '../browser.mjs';

/** Builds pages and starts a browser for them, which `close` ends. `openPage` is given the query of an address, and what runs before the page's own scripts. */
export async function exampleBrowser(names) {
    await buildExamples(names);
    const server = await serve(path => readFile(join(OUT, normalize(path))));
    const browser = await launch();
    async function openPage(name, query = '', { viewport = { width: 900, height: 640 }, before } = {}) {
        const page = await browser.newPage({ viewport });
        if (before) await page.addInitScript(before);
        page.setDefaultTimeout(30_000);
        page.faults = [];
        page.on('pageerror', error => page.faults.push(error.message));
        await page.goto(`${server.url}${name}.html${query}`);
        await page.waitForFunction(() => window.examples?.length > 0);
        return page;
    }
    async function close() {
        await browser.close();
        server.close();
    }
    return { browser, openPage, close };
}

/** Builds a page and opens it anew for each test. */
export function examplePage(name) {
    let started;
    before(async () => {
        started = await exampleBrowser([name]);
    });
    after(() => started.close());
    return (query, options) => started.openPage(name, query, options);
}

/** The text of an editor. */
export const text = (page, index = 0) => page.evaluate(index => window.examples[index].text(), index);

/** The document of an editor with its markup. */
export const html = (page, index = 0) => page.evaluate(index => window.examples[index].html(), index);

/** Puts the caret behind the last letter of an editor. */
export async function toEnd(page, index = 0) {
    await page.evaluate(index => window.examples[index].element.focus(), index);
    await page.keyboard.press('Control+End');
}

/** Types as an input method does, whose key is told before its letters. */
export async function compose(page, text) {
    const session = await page.context().newCDPSession(page);
    const key = { key: 'Process', windowsVirtualKeyCode: 229 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await page.keyboard.insertText(text);
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await session.detach();
}

/** Waits until a question to the page is answered so. */
export async function until(page, question, wanted) {
    const deadline = Date.now() + 20_000;
    for (;;) {
        const got = await question();
        if (JSON.stringify(got) === JSON.stringify(wanted)) return;
        if (Date.now() > deadline) {
            throw new Error(`is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}; faults: ${page.faults.join(' · ')}`);
        }
        await page.waitForTimeout(40);
    }
}
