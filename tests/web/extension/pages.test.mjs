import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { AXE } from '../browser.mjs';
import { buildExtension, launchWith, openPopup, servePages, waitForMarks } from './support.mjs';

const axe = await readFile(AXE, 'utf8');

const FIELD =
    '<!doctype html><meta charset=utf-8><title>क</title><textarea style="width:400px;height:90px">राम ने आज क्रमाकं लिखा।</textarea>';

let extension, server, browser;
before(async () => (extension = await buildExtension()));
after(() => rm(extension, { recursive: true, force: true }));
beforeEach(async () => {
    server = await servePages({ 'field.html': FIELD, 'words.txt': 'क्रमाकं\n' });
    browser = await launchWith(extension);
});
afterEach(async () => {
    await browser.close();
    server.close();
});

async function violations(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document));
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function openOptions() {
    const page = await browser.context.newPage();
    await page.goto(`${browser.base}options.html`);
    await page.waitForFunction(() => document.querySelector('#privacy').textContent !== '');
    return page;
}

test('a popup with many marks fits its window, and its head and foot stay in sight', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${server.url}field.html`);
    await page.fill('textarea', 'राम ने आज क्रमाकं लिखा। '.repeat(40));
    const popup = await browser.switchOn(page);
    await popup.waitForFunction(() => document.querySelectorAll('.vartani-entry').length === 40);
    await popup.locator('.vartani-entry').last().click();
    await popup.locator('.vartani-card').waitFor();
    for (const height of [600, 400]) {
        await popup.setViewportSize({ width: 380, height });
        const [width, tall, foot] = await popup.evaluate(() => [
            document.documentElement.scrollWidth,
            document.documentElement.scrollHeight,
            document.querySelector('#options').getBoundingClientRect().bottom,
        ]);
        assert.ok(width <= 380 && tall <= height && foot <= height, `${width} x ${tall}, foot at ${foot}`);
    }
});

for (const scheme of ['light', 'dark']) {
    test(`axe finds nothing in the popup and the options page: ${scheme}`, async () => {
        const page = await browser.context.newPage();
        await page.goto(`${server.url}cms.html`);
        const popup = await browser.switchOn(page);
        await popup.emulateMedia({ colorScheme: scheme });
        await popup.locator('.vartani-entry').first().click();
        assert.deepEqual(await violations(popup), []);
        const options = await openOptions();
        await options.emulateMedia({ colorScheme: scheme });
        assert.deepEqual(await violations(options), []);
    });
}

test('files from the disk are kept, their faults are told, and the language follows', async () => {
    const options = await openOptions();
    await options.setInputFiles('#file-config', {
        name: 'vartani.toml',
        mimeType: 'text/plain',
        buffer: Buffer.from('नहीं = 3\n'),
    });
    await options.waitForFunction(() => document.querySelectorAll('#faults li').length > 0);
    assert.match(await options.locator('#faults').textContent(), /vartani\.toml:1:1/);
    await options.selectOption('#locale', 'en');
    await options.waitForFunction(() => document.querySelector('#privacy').textContent.startsWith('Articles'));
    await options.reload();
    assert.match(await options.locator('#files').textContent(), /vartani\.toml/);
    assert.match(await options.locator('#privacy').textContent(), /^Articles/);
});

test('a dictionary from an address is fetched when asked, and takes effect in open pages', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${server.url}field.html`);
    await (await browser.switchOn(page)).close();
    await page.bringToFront();
    await waitForMarks(page, marks => marks.length === 1);
    const options = await openOptions();
    await options.selectOption('#kind', 'dictionary');
    await options.fill('#url', `${server.url}words.txt`);
    assert.ok(!server.asked.includes('GET /words.txt'));
    await options.locator('#web button').click();
    await options.waitForFunction(() => document.querySelector('#files').textContent.includes('words.txt'));
    assert.equal(server.asked.filter(asked => asked === 'GET /words.txt').length, 1);
    await page.bringToFront();
    await waitForMarks(page, marks => marks.length === 0);
});

test('a module that does not load: one sentence, and the field goes on', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${server.url}field.html`);
    await rm(`${extension}/extension/chrome/vartani.wasm`);
    await (await browser.switchOn(page)).close();
    const popup = await openPopup(browser.context, browser.base, page);
    await popup.waitForFunction(() => document.querySelector('#state').textContent !== '');
    assert.match(await popup.locator('#state').textContent(), /नहीं चल पाई; लिखना पहले की तरह चलता रहेगा।/);
    await page.bringToFront();
    await page.locator('textarea').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' और।');
    assert.equal(await page.inputValue('textarea'), 'राम ने आज क्रमाकं लिखा। और।');
});
