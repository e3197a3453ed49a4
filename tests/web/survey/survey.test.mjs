// The page of `vartani survey --format html` in Chromium, from a file and without a network: its tables sort, filter and open, it
// speaks both languages, follows the dark of the system and prints. And it is what editors/survey builds.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { chromium } = createRequire(`${root}editors/web/package.json`)('playwright-core');
const axe = createRequire(`${root}editors/web/package.json`).resolve('axe-core/axe.min.js');

const ARTICLES = [
    { id: 'अ1', date: '2025-03-10', desk: 'विदेश', text: 'मॉस्को में हिन्दी के लेखक मिले। मॉस्को शांत है।' },
    { id: 'अ2', date: '2025-04-11', desk: 'विदेश', text: 'मास्को में हिंदी दिवस मना। भोंडवेकर और 12 लोग आए।' },
    { id: 'अ3', date: '2025-04-12', desk: 'खेल', text: 'ऑस्ट्रेलिया जीता। आस्ट्रेलिया ने ने कहा कि <b>भोडवेकर</b> आए।' },
    { id: '</script><b>', text: 'मॉस्को शांत है <!-- और --> चुप।' },
];

let folder, browser, address;
const failures = [];

before(async () => {
    folder = await mkdtemp(`${tmpdir()}/vartani-survey-`);
    await writeFile(`${folder}/archive.jsonl`, ARTICLES.map(article => `${JSON.stringify(article)}\n`).join(''));
    const options = ['--format', 'html', '--since', '2025-04-01', '--out', `${folder}/page.html`, `${folder}/archive.jsonl`];
    execFileSync(process.env.VARTANI, ['survey', '--locale', 'hi', ...options]);
    address = pathToFileURL(`${folder}/page.html`).href;
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
});

after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
});

async function opened(options = {}) {
    const context = await browser.newContext({ offline: true, ...options });
    const page = await context.newPage();
    page.on('pageerror', error => failures.push(error.message));
    page.on('console', message => message.type() === 'error' && failures.push(message.text()));
    page.on('request', request => request.url() !== address && failures.push(request.url()));
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    return page;
}

const names = page => page.locator('tbody tr td:first-child').allInnerTexts();

test('it is what editors/survey builds', () => {
    const survey = `${root}editors/survey`;
    if (!existsSync(`${survey}/node_modules`)) execFileSync('npm', ['ci', '--silent'], { cwd: survey });
    execFileSync('npm', ['run', '--silent', 'check'], { cwd: survey, stdio: 'inherit' });
    execFileSync('node', ['build.mjs', '--check'], { cwd: survey, stdio: 'inherit' });
});

test('names sort, filter and open to their trend and their sentences', async () => {
    const page = await opened();
    assert.deepEqual(await names(page), ['ऑस्ट्रेलिया', 'मॉस्को'].sort((a, b) => (a === 'मॉस्को' ? -1 : 1)));
    await page.getByRole('button', { name: 'क्या', exact: true }).click();
    assert.deepEqual(await names(page), ['ऑस्ट्रेलिया', 'मॉस्को']);
    await page.getByRole('button', { name: 'क्या', exact: true }).click();
    assert.deepEqual(await names(page), ['मॉस्को', 'ऑस्ट्रेलिया']);
    assert.equal(await page.locator('th').first().getAttribute('aria-sort'), 'descending');
    await page.getByRole('searchbox').fill('मास्को');
    assert.deepEqual(await names(page), ['मॉस्को']);
    await page.getByRole('button', { name: 'मॉस्को' }).click();
    const details = page.locator('.details');
    assert.equal(await details.locator('svg[role=img]').count(), 2);
    assert.ok((await details.innerText()).includes('2025-04-11 · अ2'));
    assert.deepEqual(await details.locator('mark').allInnerTexts(), ['मॉस्को', 'मॉस्को', 'मास्को']);
    assert.ok((await details.innerText()).includes('</script><b>'), 'what an article is called is text');
    await page.getByRole('button', { name: 'मॉस्को' }).click();
    assert.equal(await details.count(), 0);
});

test('one desk may be looked at', async () => {
    const page = await opened();
    await page.getByRole('combobox').selectOption({ label: 'खेल' });
    assert.deepEqual(await names(page), ['ऑस्ट्रेलिया']);
});

test('rules, habits and new names have tables of their own', async () => {
    const page = await opened();
    await page.getByRole('tab', { name: 'नियमों के निशान' }).click();
    await page.getByRole('button', { name: 'text/repeated-word' }).click();
    assert.deepEqual(await page.locator('.details mark').allInnerTexts(), ['ने ने']);
    await page.getByRole('tab', { name: 'अंक, उद्धरण, तारीख़' }).click();
    assert.deepEqual(await names(page), ['text.digits']);
    await page.getByRole('button', { name: 'text.digits' }).click();
    assert.deepEqual(await page.locator('.details mark').allInnerTexts(), ['12']);
    await page.getByRole('tab', { name: 'नए नाम' }).click();
    const all = await names(page);
    assert.ok(all.includes('भोंडवेकर') && all.includes('ऑस्ट्रेलिया') && !all.includes('मॉस्को'), all.join());
});

test('it speaks both languages', async () => {
    const page = await opened();
    assert.equal(await page.locator('h1').innerText(), 'वर्तनी का सर्वेक्षण');
    await page.locator('#language').click();
    assert.equal(await page.locator('h1').innerText(), 'Spelling survey');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    assert.ok((await page.locator('.card h3').allInnerTexts()).includes('anusvara or a half nasal letter'));
});

test('it follows the dark of the system, prints without its controls, and fits a phone', async () => {
    const background = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background(await opened({ colorScheme: 'light' }));
    assert.notEqual(await background(await opened({ colorScheme: 'dark' })), light);
    const page = await opened({ viewport: { width: 390, height: 800 } });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('searchbox').isVisible(), false);
    assert.ok((await page.pdf()).length > 10_000);
});

test('everybody can use it', async () => {
    for (const colorScheme of ['light', 'dark']) {
        const context = await browser.newContext({ offline: true, colorScheme, bypassCSP: true });
        const page = await context.newPage();
        await page.goto(address);
        await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
        await page.getByRole('button', { name: 'मॉस्को' }).click();
        await page.addScriptTag({ path: axe });
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`),
            [],
            colorScheme,
        );
    }
});

test('nothing went wrong and nothing was asked of the network', () => {
    assert.deepEqual(failures, []);
});
