// The page in Chromium: what is typed is marked under exactly the right words, a fix is taken and taken back, and nothing is
// asked of the network after the page has loaded. The page is built of the module in editors/web/dist, or in VARTANI_MODULE.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, servePage } from './support.mjs';

let site, browser, page;

before(async () => {
    site = await servePage();
    browser = await launch();
    page = await openPage(browser, site.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
});

after(async () => {
    await browser?.close();
    await site?.close();
});

const marked = () =>
    page.evaluate(() =>
        [...CSS.highlights]
            .filter(([name]) => name !== 'vartani-current')
            .flatMap(([, ranges]) => [...ranges].map(String)),
    );
const text = () => page.evaluate(() => document.querySelector('#article').textContent);

test('a fix is taken from the card of its mark, and Ctrl+Z takes it back', async () => {
    const begin = site.asked.length;
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
    assert.deepEqual(site.asked.slice(begin), [], 'nothing is asked of the network');
});

test('the page and the article are there without a network', async () => {
    const context = page.context();
    await context.setOffline(true);
    site.disconnect();
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', null, { timeout: 60000 });
    assert.match(await text(), /ने ने बताया/);
    await context.setOffline(false);
});
