// The page, built of the module in editors/web/dist or in VARTANI_MODULE, on a server of this machine, and a browser for it.
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../../editors/web/', import.meta.url));
const required = createRequire(`${web}package.json`);
const { chromium } = required('playwright-core');
export const AXE = required.resolve('axe-core/axe.min.js');
const TYPES = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.webmanifest': 'application/manifest+json',
};

/** Builds the page and serves it. `asked` has the path of each request, `missing` those that are answered with 404. */
export async function serve() {
    const site = await mkdtemp(`${tmpdir()}/vartani-page-`);
    const { buildPage } = await import(`${web}page/build.mjs`);
    await buildPage({ module: process.env.VARTANI_MODULE ?? `${web}dist`, out: site });
    const asked = [];
    const missing = new Set();
    const server = createServer(async (request, response) => {
        const path = new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html');
        asked.push(path);
        try {
            if (missing.has(path)) throw new Error('missing');
            const body = await readFile(site + path);
            response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return {
        address: `http://127.0.0.1:${server.address().port}/`,
        asked,
        missing,
        disconnect: () => server.closeAllConnections(),
        close: async () => {
            server.close();
            server.closeAllConnections();
            await rm(site, { recursive: true, force: true });
        },
    };
}

export function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
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
