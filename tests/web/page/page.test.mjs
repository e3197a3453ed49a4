// The page in Chromium: what is typed is marked under exactly the right words, a fix is taken and taken back, and nothing is
// asked of the network after the page has loaded. The page is built of the module in editors/web/dist, or in VARTANI_MODULE.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../../editors/web/', import.meta.url));
const { chromium } = createRequire(`${web}package.json`)('playwright-core');
const TYPES = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.webmanifest': 'application/manifest+json',
};

const asked = [];
let site, server, browser, context, page, address;

before(async () => {
    site = await mkdtemp(`${tmpdir()}/vartani-page-`);
    const { buildPage } = await import(`${web}page/build.mjs`);
    await buildPage({ module: process.env.VARTANI_MODULE ?? `${web}dist`, out: site });
    server = createServer(async (request, response) => {
        const path = new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html');
        asked.push(path);
        try {
            const body = await readFile(site + path);
            response
                .writeHead(200, {
                    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
                })
                .end(body);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}/`;
    browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', null, { timeout: 60000 });
    await page.evaluate(() => navigator.serviceWorker.ready);
});

after(async () => {
    await browser?.close();
    server?.close();
    await rm(site, { recursive: true, force: true });
});

const marked = () =>
    page.evaluate(() =>
        [...CSS.highlights]
            .filter(([name]) => name !== 'vartani-current')
            .flatMap(([, ranges]) => [...ranges].map(String)),
    );
const text = () => page.evaluate(() => document.querySelector('#article').textContent);

test('a fix is taken from the card of its mark, and Ctrl+Z takes it back', async () => {
    const begin = asked.length;
    const article = 'इंदौर, 9 नवंबर 2025। आयोजकों ने ने बताया कि मेला चलेगा।';
    await page.click('#article');
    await page.keyboard.insertText(article);
    await page.waitForFunction(() => document.querySelectorAll('#marks button').length > 0);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    assert.ok(
        (await marked()).some(words => words.includes('ने')),
        String(await marked()),
    );
    assert.equal(await page.evaluate(() => document.querySelector('#article').children.length), 0);
    await page.click('#marks button');
    await page.click('#card .vartani-fix');
    await page.waitForFunction(() => !document.querySelector('#article').textContent.includes('ने ने'));
    assert.equal(await text(), article.replace('ने ने', 'ने'));
    await page.keyboard.press('Control+z');
    assert.equal(await text(), article);
    assert.deepEqual(asked.slice(begin), [], 'nothing is asked of the network');
});

test('the page and the article are there without a network', async () => {
    await page.waitForTimeout(700);
    await context.setOffline(true);
    server.closeAllConnections();
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', null, { timeout: 60000 });
    assert.match(await text(), /ने ने बताया/);
    await context.setOffline(false);
});
