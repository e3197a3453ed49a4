// What the page says when something is missing or wrong, who can use it, and whether the marks lie under exactly their words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AXE, articleOf, launch, openPage, servePage, write } from './support.mjs';

const ARTICLE = 'इंदौर, 9 नवंबर 2025। आयोजकों ने ने बताया कि मेला चलेगा।\nमेले की समिती ने समय तय किया।';
let site, browser;

before(async () => {
    site = await servePage();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await site?.close();
});

test('a mark lies under exactly its words', async () => {
    const page = await openPage(browser, site.url, { article: ARTICLE });
    await page.waitForFunction(() => CSS.highlights.get('vartani-warning')?.size === 2);
    const found = await page.evaluate(() => {
        const rect = range => JSON.stringify(range.getBoundingClientRect());
        const marks = [...CSS.highlights.get('vartani-warning')].map(range => [range.toString(), rect(range)]);
        const searched = ['ने ने', 'समिती'].map(words => {
            const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode()); ) {
                const start = node.data.indexOf(words);
                if (start < 0) continue;
                const range = document.createRange();
                range.setStart(node, start);
                range.setEnd(node, start + words.length);
                return [words, rect(range)];
            }
            return [words, 'not in the field'];
        });
        return { marks, searched };
    });
    assert.deepEqual(found.marks, found.searched);
    await page.context().close();
});

test('a fix is reached and made by the keyboard alone', async () => {
    const page = await openPage(browser, site.url, { article: ARTICLE });
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+.');
    await page.waitForFunction(() => document.activeElement.matches('#card button'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('#article').textContent.includes('ने ने'));
    assert.equal(await articleOf(page), ARTICLE.replace('ने ने', 'ने'));
    assert.ok(await page.evaluate(() => document.activeElement.id === 'article'), 'the focus is back in the article');
    await page.context().close();
});

test('without the module the page says so in a sentence, and the field goes on', async () => {
    site.missing.add('/vartani/vartani.wasm');
    const page = await openPage(browser, site.url);
    site.missing.clear();
    assert.equal(await page.textContent('#status'), 'निशान नहीं लग पा रहे; लिखना चलता रहेगा। पन्ना फिर से खोलें।');
    await page.click('#article');
    await page.keyboard.insertText('मेला चलेगा।');
    assert.equal(await articleOf(page), 'मेला चलेगा।');
    await page.context().close();
});

test('a browser that cannot mark words is told of, and the list has the marks', async () => {
    const page = await openPage(browser, site.url, {
        before: () => {
            delete globalThis.Highlight;
        },
        article: ARTICLE,
    });
    assert.match(await page.textContent('#no-highlights'), /सब निशान सूची में हैं/);
    assert.ok(await page.isVisible('#no-highlights'));
    assert.match(await page.textContent('#marks'), /ने ने/);
    await page.context().close();
});

test('a file that is dropped with a fault is shown with its line and column', async () => {
    const page = await openPage(browser, site.url);
    await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['locale = "hi"\nseverity = = 3\n'], 'vartani.toml'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('.faults li');
    assert.match(await page.textContent('.faults li'), /^vartani\.toml, लाइन 2, कॉलम \d+: ./);
    await page.context().close();
});

test('HTML in a name of an actor file is shown as letters', async () => {
    const page = await openPage(browser, site.url);
    const asked = [];
    page.on('dialog', dialog => {
        asked.push(dialog.message());
        void dialog.dismiss();
    });
    await page.evaluate(() => {
        const name = `"<img src=x onerror=alert(1)>कमलिनी रावत"`;
        const actors = `[k]\nkind = "person"\nname = "<b onclick=alert(1)>कमलिनी</b>"\nlatin = "Kamalini"\nalso = ["कमलिनी रावत"]\nhi = ${name}\n`;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([actors], 'names.toml'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => document.querySelector('#files-panel').textContent.includes('names.toml'));
    await page.click('#article');
    await page.keyboard.insertText('बैठक में कमलिनी रावत आईं।');
    await page.evaluate(() => getSelection().collapse(document.querySelector('#article').firstChild, 12));
    await page.keyboard.press('Control+.');
    await page.waitForSelector('#card .vartani-known');
    const [shown, elements] = await page.evaluate(() => {
        const card = document.querySelector('#card');
        return [card.textContent, [...card.querySelectorAll('*')].map(({ localName }) => localName)];
    });
    assert.match(shown, /onerror=alert\(1\)|onclick=alert\(1\)/);
    assert.deepEqual(elements.filter(name => ['img', 'b', 'script'].includes(name)), []);
    assert.deepEqual(asked, []);
    await page.context().close();
});

test('a key still works after a megabyte was pasted', async () => {
    const page = await openPage(browser, site.url);
    await page.evaluate(article => {
        const field = document.querySelector('#article');
        field.textContent = `${article}\n`.repeat(Math.ceil(2 ** 20 / new Blob([`${article}\n`]).size));
        field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
        field.focus();
        document.getSelection().collapse(field.firstChild, 0);
    }, ARTICLE);
    await page.keyboard.press('x');
    assert.equal(await page.evaluate(() => document.querySelector('#article').textContent[0]), 'x');
    await page.context().close();
});

for (const [name, options] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'on a phone': { colorScheme: 'light', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    'on a phone, dark': { colorScheme: 'dark', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
})) {
    test(`axe finds nothing, ${name}, with a card open`, async () => {
        const page = await openPage(browser, site.url, { ...options, bypassCSP: true });
        await write(page, ARTICLE);
        for (const panel of ['#files-panel', '#draft-panel']) await page.evaluate(id => (document.querySelector(id).open = true), panel);
        await page.locator('#marks button').first().click();
        await page.waitForSelector('#card .vartani-card');
        await page.addScriptTag({ path: AXE });
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
            [],
        );
        await page.context().close();
    });
}
