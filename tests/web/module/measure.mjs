// Measures the built module: `CHROMIUM=/usr/bin/chromium node tests/web/module/measure.mjs`. Prints a table in Markdown: size, what it takes
// to load, and a keystroke in articles of three lengths, in Node and in Chromium, each through a worker. The text is the news of
// ../shared where that is, else the samples, over and over.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import { gzipSync } from 'node:zlib';
import { root, textOf, wasm } from './support.mjs';

const sizes = [6, 60, 600];
const keys = 200;

/** Runs where the module is: in Node, or on a page. */
async function measure(address, texts, keys) {
    const began = performance.now();
    const { createWorkerChecker } = await import(address);
    const checker = await createWorkerChecker();
    await checker.open('first', 'नई दिल्ली, 12 मार्च 2025। बैठक बुधवार, 13 मार्च 2025 को होगी।');
    const rows = [{ load: performance.now() - began }];
    const sentence = [...'मुख्यमंत्री ने कहा कि बैठक कल नई दिल्ली में होगी। '];
    for (const text of texts) {
        const opened = performance.now();
        const { diagnostics } = await checker.open('text', text);
        const open = performance.now() - opened;
        const times = [];
        let at = text.indexOf('\n', text.length / 2);
        for (let key = 0; key < keys; key++) {
            const insert = sentence[key % sentence.length];
            const pressed = performance.now();
            await checker.edit('text', [{ start: at, end: at, insert }]);
            times.push(performance.now() - pressed);
            at += insert.length;
        }
        times.sort((a, b) => a - b);
        const quantile = q => times[Math.floor(q * (times.length - 1))];
        rows.push({ open, marks: diagnostics.length, p50: quantile(0.5), p99: quantile(0.99) });
    }
    checker.dispose();
    return rows;
}

async function inChromium(texts) {
    const { chromium } = createRequire(new URL('editors/web/package.json', root))('playwright-core');
    const dist = new URL('editors/web/dist/', root);
    const types = { js: 'text/javascript', wasm: 'application/wasm' };
    const server = createServer(({ url }, response) => {
        const file = new URL(`.${url}`, dist);
        if (url === '/' || !existsSync(file)) return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
        response.writeHead(200, { 'content-type': types[url.split('.').pop()] ?? 'text/plain' }).end(readFileSync(file));
    });
    await new Promise(listening => server.listen(0, '127.0.0.1', listening));
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const rows = await page.evaluate(`(${measure})('/index.js', ${JSON.stringify(texts)}, ${keys})`);
    const version = browser.version();
    await browser.close();
    server.close();
    return [`Chromium ${version}`, rows];
}

const bytes = wasm();
const megabytes = length => (length / 1e6).toFixed(2);
console.log(`vartani.wasm: ${megabytes(bytes.length)} MB, ${megabytes(gzipSync(bytes, { level: 9 }).length)} MB with gzip`);
console.log(`${new Date().toISOString().slice(0, 16)}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}\n`);
const texts = sizes.map(textOf);
const measured = [[`Node ${process.versions.node}`, await measure(new URL('editors/web/dist/index.js', root).href, texts, keys)]];
if (existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) measured.push(await inChromium(texts));
console.log('| where | load, first marks | article | open | marks | key p50 | key p99 |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
const ms = time => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
for (const [where, [{ load }, ...rows]] of measured) {
    rows.forEach(({ open, marks, p50, p99 }, number) => {
        console.log(`| ${where} | ${ms(load)} | ${sizes[number]} KB | ${ms(open)} | ${marks} | ${ms(p50)} | ${ms(p99)} |`);
    });
}
