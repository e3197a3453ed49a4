// Measures the page as a writer finds it, after the module was built: `node tests/web/page/measure.mjs`. Prints a table in Markdown: what
// it takes until the page is ready, and from a key in the middle of an article to the frame after it, in articles of three lengths, with
// marks and in the same field where the module is missing.
import os from 'node:os';
import { textOf } from '../module/support.mjs';
import { launch, openPage, servePage } from './support.mjs';

const KEYS = 60;

/** Runs in the page: how long each of the next keys takes until its frame is there, in milliseconds. */
function watchKeys() {
    window.times = [];
    document.querySelector('#article').addEventListener('keydown', () => {
        const pressed = performance.now();
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => window.times.push(performance.now() - pressed);
            port2.postMessage(null);
        });
    });
}

/** The times of keys, in order of length, on a page that holds an article. */
async function keys(page, article) {
    await page.evaluate(article => {
        const field = document.querySelector('#article');
        field.textContent = article;
        field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
        field.focus();
        document.getSelection().collapse(field.firstChild, article.indexOf('\n', article.length / 2));
    }, article);
    await page.waitForTimeout(3000);
    await page.evaluate(watchKeys);
    for (let key = 1; key <= KEYS; key++) {
        await page.keyboard.press('k');
        await page.waitForFunction(key => window.times.length >= key, key);
    }
    return (await page.evaluate(() => window.times)).sort((a, b) => a - b);
}

const site = await servePage();
const browser = await launch();
const ms = time => `${time.toFixed(0)} ms`;
const quantiles = times => [0.5, 0.99].map(q => ms(times[Math.floor(q * (times.length - 1))])).join(' | ');
console.log(`Chromium ${browser.version()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}\n`);
console.log('| ready | article | marks | key p50 | key p99 | without marks p50 | p99 |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const kilobytes of [6, 60, 600]) {
    const began = performance.now();
    const page = await openPage(browser, site.url);
    const ready = performance.now() - began;
    const times = await keys(page, textOf(kilobytes));
    const marks = await page.evaluate(() => [...CSS.highlights].reduce((sum, [, ranges]) => sum + ranges.size, 0));
    await page.context().close();
    site.missing.add('/vartani/vartani.wasm');
    const bare = await openPage(browser, site.url);
    const bareTimes = await keys(bare, textOf(kilobytes));
    await bare.context().close();
    site.missing.clear();
    console.log(`| ${ms(ready)} | ${kilobytes} KB | ${marks} | ${quantiles(times)} | ${quantiles(bareTimes)} |`);
}
await browser.close();
await site.close();
