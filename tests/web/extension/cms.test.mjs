import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { buildExtension, launchWith, marksIn, openPopup, servePages, waitForMarks } from './support.mjs';
import { selectionBox } from '../fields/pixels.mjs';
import { cardAt } from '../fields/support.mjs';

const WEEKDAY = 'बुधवार, 13 मार्च 2025';
const SUMMARY = `सारांश: ${WEEKDAY} को बैठक।`;

let extension, server, browser, page, body;
before(async () => (extension = await buildExtension()));
after(() => rm(extension, { recursive: true, force: true }));
beforeEach(async () => {
    server = await servePages();
    browser = await launchWith(extension);
    page = await browser.context.newPage();
    await page.goto(`${server.url}cms.html`);
    const popup = await browser.switchOn(page);
    await popup.close();
    await page.bringToFront();
    body = page.frames().find(frame => frame.parentFrame() === page.mainFrame());
    await waitForMarks(page, marks => marks.length === 3);
    await waitForMarks(body, marks => marks.length === 1);
});
afterEach(async () => {
    await browser.close();
    server.close();
});

/** Puts the caret into a stretch of a field and takes the first fix of the mark there. */
async function takeFix(field, at) {
    await field.evaluate((field, at) => {
        field.focus();
        field.setSelectionRange(at, at);
    }, at);
    await page.keyboard.press('Alt+Enter');
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
}

/** What the page saved last, when it has. */
async function lastSaved(count) {
    for (let times = 0; server.saved.length < count && times < 50; times += 1) {
        await page.waitForTimeout(100);
    }
    await page.waitForTimeout(600);
    return server.saved.at(-1);
}

test('a title, a React field, a frame and a web component are marked under the right words', async () => {
    assert.deepEqual(
        (await marksIn(page)).map(({ text }) => text).sort(),
        [WEEKDAY, WEEKDAY, 'गुरुवार, 12 मार्च 2025'].sort(),
    );
    assert.ok((await marksIn(page)).every(({ rect }) => rect.width > 100), 'all of them are seen');
    assert.deepEqual(
        (await marksIn(body)).map(({ text }) => text),
        [WEEKDAY],
    );
    for (const [selector, text] of [
        ['#title', await page.inputValue('#title')],
        ['#react', SUMMARY],
    ]) {
        const at = text.indexOf(WEEKDAY);
        const word = await selectionBox(page, selector, at, at + WEEKDAY.length);
        const near = (await marksIn(page)).filter(({ rect }) => Math.abs(rect.top - word.top) < 14);
        assert.equal(near.length, 1, selector);
        const { rect } = near[0];
        assert.ok(Math.abs(word.left - rect.left) <= 1.5, `${selector}: ${word.left} ${rect.left}`);
        assert.ok(Math.abs(word.right - rect.left - rect.width) <= 1.5, `${selector}: ${word.right}`);
    }
});

test('React keeps a fix, Ctrl+Z takes it back, and what is saved is what the writer sees', async () => {
    const field = page.locator('#react');
    await takeFix(field, SUMMARY.indexOf(WEEKDAY) + 2);
    await waitForMarks(page, marks => marks.length === 2);
    const fixed = await page.inputValue('#react');
    assert.notEqual(fixed, SUMMARY);
    assert.ok(fixed.startsWith('सारांश: ') && fixed.endsWith(' को बैठक।'), fixed);
    assert.equal(await page.locator('#count').textContent(), `${fixed.length} अक्षर`);
    assert.equal((await lastSaved(1)).summary, fixed);

    await page.keyboard.press('Control+z');
    await waitForMarks(page, marks => marks.length === 3);
    assert.equal(await page.inputValue('#react'), SUMMARY);
    assert.equal((await lastSaved(2)).summary, SUMMARY);

    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Aur baithak.');
    assert.equal((await lastSaved(3)).summary, `${SUMMARY} Aur baithak.`);
    assert.equal((await marksIn(page)).length, 3);
});

test('the article in a frame: a fix is typed, undone, and nothing else is in its document', async () => {
    const before = await body.evaluate(() => document.body.innerHTML);
    await body.evaluate(() => {
        const text = document.querySelector('p').firstChild;
        document.body.focus();
        getSelection().collapse(text, text.data.indexOf('13 मार्च'));
    });
    await page.keyboard.press('Alt+Enter');
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await waitForMarks(body, marks => marks.length === 0);
    const fixed = await body.evaluate(() => document.body.innerHTML);
    assert.notEqual(fixed, before);
    assert.equal((await lastSaved(1)).body, fixed);
    await page.keyboard.press('Control+z');
    await waitForMarks(body, marks => marks.length === 1);
    assert.equal(await body.evaluate(() => document.body.innerHTML), before);
});

test('a fix in a web component, by the pointer', async () => {
    const mark = (await marksIn(page)).find(({ text }) => text.startsWith('गुरुवार'));
    const button = await cardAt(page, mark.rect.left + 20, mark.rect.top + 8);
    assert.ok(button.y > mark.rect.top + mark.rect.height || button.y < mark.rect.top, 'the card hides the word');
    await page.mouse.click(button.x, button.y);
    const note = page.locator('cms-note textarea');
    await waitForMarks(page, marks => marks.length === 2);
    assert.match(await note.inputValue(), /^डेस्क के लिए: .* तक।$/);
});

test('the popup lists the marks of the field in which somebody writes, and makes fixes', async () => {
    await page.locator('#title').focus();
    const popup = await openPopup(browser.context, browser.base, page);
    await popup.locator('.vartani-entry').first().click();
    assert.match(await popup.locator('.vartani-card').textContent(), /13 मार्च 2025/);
    await popup.locator('.vartani-fixes button').first().click();
    await popup.waitForFunction(() => document.querySelector('#state').textContent.includes('कोई निशान नहीं'));
    assert.notEqual(await page.inputValue('#title'), `बैठक ${WEEKDAY} को`);
    await popup.locator('#on').uncheck();
    await page.bringToFront();
    await waitForMarks(page, marks => marks.length === 0);
    await waitForMarks(body, marks => marks.length === 0);
    assert.equal(await page.locator('vartani-layer').count(), 0);
});

test('a background that was ended loses nothing: the next key has its marks', async t => {
    await browser.worker.evaluate(() => {
        globalThis.isOfBefore = true;
    });
    const helper = await browser.context.newPage();
    await helper.goto(`${browser.base}options.html`);
    const session = await browser.context.newCDPSession(helper);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await helper.waitForTimeout(500);
    await helper.close();
    await page.bringToFront();
    await page.locator('#react').focus();
    await page.keyboard.press('Control+End');
    const began = Date.now();
    await page.keyboard.insertText(' फिर शुक्रवार, 12 मार्च 2025 को।');
    const marks = await waitForMarks(page, marks => marks.length === 4);
    t.diagnostic(`marks ${Date.now() - began} ms after a key that woke the background up`);
    assert.ok(marks.some(({ text }) => text === 'शुक्रवार, 12 मार्च 2025'));
    const isOfBefore = await browser.context
        .serviceWorkers()
        .at(-1)
        .evaluate(() => globalThis.isOfBefore ?? false);
    assert.equal(isOfBefore, false, 'the background was not ended');
});

test('after it is loaded, the extension asks for nothing', async () => {
    await page.locator('#react').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' और बुधवार, 13 मार्च 2025 को।');
    await waitForMarks(page, marks => marks.length === 4);
    await lastSaved(1);
    // The page's own requests, and no others; every other host is cut off by the browser's flags
    const known = ['GET /cms.html', 'GET /cms.css', 'GET /cms.js', 'POST /autosave', 'GET /favicon.ico'];
    assert.deepEqual(
        server.asked.filter(asked => !known.includes(asked)),
        [],
    );
    const [worker] = browser.context.serviceWorkers();
    const loaded = await worker.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.ok(
        loaded.every(name => name === `${location_(worker)}vartani.wasm`),
        loaded.join(),
    );
});

function location_(worker) {
    return new URL('.', worker.url()).href;
}

test('a site that is not on sees nothing of us', async () => {
    const other = await browser.context.newPage();
    await other.goto(`${server.url.replace('127.0.0.1', 'localhost')}cms.html`).catch(() => undefined);
    assert.equal(await other.locator('vartani-layer').count(), 0);
    await page.reload();
    await waitForMarks(page, marks => marks.length === 3);
});
