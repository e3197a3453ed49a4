// The page, built of the module in editors/web/dist or in VARTANI_MODULE, on a server of this machine.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { serve, WEB } from '../browser.mjs';

export { AXE, launch } from '../browser.mjs';

/** Builds the page and serves it. A path in `missing` is answered with 404. */
export async function servePage() {
    const site = await mkdtemp(`${tmpdir()}/vartani-page-`);
    const { buildPage } = await import(`${WEB}page/build.mjs`);
    await buildPage({ module: process.env.VARTANI_MODULE ?? `${WEB}dist`, out: site });
    const missing = new Set();
    const server = await serve(path => {
        if (missing.has(path)) throw new Error('missing');
        return readFile(site + path);
    });
    return {
        ...server,
        missing,
        close: async () => {
            server.close();
            await rm(site, { recursive: true, force: true });
        },
    };
}

/** Opens the page as a writer finds it for the first time, with an article if one is given, and waits for its marks. */
export async function openPage(browser, address, { article, before, ...options } = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    if (before) await page.addInitScript(before);
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.ready !== 'false', null, { timeout: 60000 });
    if (article !== undefined) await write(page, article);
    return page;
}

/** Writes an article and waits until there is a mark for it. */
export async function write(page, article) {
    await page.click('#article');
    await page.keyboard.insertText(article);
    await page.waitForSelector('#marks button');
}

export const articleOf = page => page.evaluate(() => document.querySelector('#article').innerText);
