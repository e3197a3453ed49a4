// Takes the pictures of the README: `node tests/web/extension/pictures.mjs FOLDER`.
import { rm } from 'node:fs/promises';
import { buildExtension, launchWith, openPopup, servePages, waitForMarks } from './support.mjs';

const folder = process.argv[2];
const extension = await buildExtension();
const server = await servePages();
const browser = await launchWith(extension);
const page = await browser.context.newPage();
await page.goto(`${server.url}cms.html`);
await (await browser.switchOn(page)).close();
await page.bringToFront();
const marks = await waitForMarks(page, found => found.length === 3);
const { rect } = marks.sort((a, b) => a.rect.top - b.rect.top)[1];
await page.mouse.move(rect.left + 40, rect.top + 8);
await page.mouse.move(rect.left + 42, rect.top + 8);
await page.waitForTimeout(700);
await page.screenshot({ path: `${folder}/extension-cms.png` });
const popup = await openPopup(browser.context, browser.base, page);
await popup.locator('.vartani-entry').first().click();
await popup.setViewportSize({ width: 400, height: 400 });
await popup.screenshot({ path: `${folder}/extension-popup.png` });
const options = await browser.context.newPage();
await options.setViewportSize({ width: 760, height: 700 });
await options.goto(`${browser.base}options.html`);
await options.setInputFiles('#file-dictionary', {
    name: 'dictionary.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('क्रमाकं\n'),
});
await options.waitForTimeout(800);
await options.screenshot({ path: `${folder}/extension-options.png` });
await browser.close();
server.close();
await rm(extension, { recursive: true, force: true });
