import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, launch, marks, openFields, painted } from './support.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test('ten editors on one page, each with its own marks', async () => {
    const ten = Array.from({ length: 10 }, (_, at) =>
        at % 2
            ? `<p class="field" contenteditable>यह गलत ${at}</p>`
            : `<textarea class="field">यह गलत ${at}</textarea>`,
    ).join('');
    const page = await openFields(browser, ten, { attach: '.field' });
    await painted(page, 10);
    await page.evaluate(() => window.fields.forEach(field => field.detach()));
    await painted(page, 0);
    assert.equal(await page.evaluate(() => document.documentElement.children.length), 2);
    assert.equal(await page.evaluate(() => window.checker.documents.size), 0);
    await page.close();
});

test('a field removed while it is being read, and put back', async () => {
    const page = await openFields(browser, '<div id="home"><p id="field" contenteditable>यह गलत है</p></div>');
    await page.evaluate(() => (window.kept = document.querySelector('#field')).remove());
    await page.waitForTimeout(400);
    await painted(page, 0);
    await page.evaluate(() => document.querySelector('#home').append(window.kept));
    await painted(page, 1);
    await page.close();
});

test('a page that replaces all of a field, and its selection with it', async () => {
    const page = await openFields(browser, '<div id="field" contenteditable><p>यह गलत है</p></div>');
    const faults = [];
    page.on('pageerror', error => faults.push(error.message));
    await painted(page, 1);
    await page.evaluate(() => {
        const field = document.querySelector('#field');
        field.focus();
        field.innerHTML = '<p>और यह भी गलत है</p>';
        getSelection().collapse(field.firstChild.firstChild, 3);
    });
    await page.waitForFunction(() => window.fields[0].text() === 'और यह भी गलत है');
    await painted(page, 1);
    assert.deepEqual(faults, []);
    await page.close();
});

test('a checker that fails: one sentence, and the field goes on', async () => {
    const page = await openFields(browser, '<textarea id="field">यह गलत है</textarea>', { checker: { fails: true } });
    await page.waitForFunction(() => window.problems.length === 1);
    const sentence = 'वर्तनी यहाँ नहीं चल पाई; लिखना पहले की तरह चलता रहेगा।';
    assert.equal(await page.evaluate(() => window.fields[0].problem()), sentence);
    await page.locator('#field').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' और');
    await page.waitForTimeout(300);
    assert.equal(await page.inputValue('#field'), 'यह गलत है और');
    assert.deepEqual(await page.evaluate(() => window.problems), [sentence]);
    await page.close();
});

test('an old browser without highlights: the list is there, and one sentence', async () => {
    const page = await openFields(browser, '<textarea id="field">यह गलत है</textarea>', {
        before: () => {
            delete window.Highlight;
        },
    });
    await page.waitForFunction(() => window.fields[0].marks().length === 1);
    assert.match(await page.evaluate(() => window.fields[0].problem()), /नहीं दिखा सकता; लिखना/);
    await page.close();
});

test('a hostile page that swallows events, clears highlights and throws out our element', async () => {
    const page = await openFields(browser, '<textarea id="field">यह गलत है</textarea>', {
        before: () => {
            for (const name of ['input', 'scroll', 'focus', 'selectionchange', 'keydown', 'pointermove']) {
                window.addEventListener(name, event => event.stopImmediatePropagation(), true);
            }
        },
    });
    await painted(page, 1);
    await page.evaluate(() => {
        CSS.highlights.clear();
        document.querySelector('vartani-layer').remove();
        document.adoptedStyleSheets = [];
    });
    await page.locator('#field').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('। फिर गलत है');
    await painted(page, 2);
    assert.equal(await page.evaluate(() => document.querySelectorAll('vartani-layer').length), 1);
    assert.ok((await marks(page)).every(({ rect }) => rect.width > 10));
    await page.close();
});

test('lone surrogates and an emoji move no mark', async () => {
    const page = await openFields(browser, '<textarea id="field"></textarea>');
    await page.evaluate(() => (document.querySelector('#field').value = '\uD83D अकेला 😀 यह गलत है \uDE00'));
    await painted(page, 1);
    await page.evaluate(() => (document.querySelector('#field').value = '\uD83D अकेला 😁😀 यह गलत है \uDE00'));
    await page.waitForFunction(() => window.fields[0].text().includes('😁'));
    await painted(page, 1);
    assert.deepEqual(
        (await marks(page)).map(({ text }) => text),
        ['गलत'],
    );
    await page.close();
});

for (const kind of ['textarea', 'contenteditable']) {
    test(`1 MB in a ${kind}: a key makes work for its line alone`, async t => {
        const line = `${'यह एक लंबी पंक्ति है जिसमें कुछ नहीं है। '.repeat(8)}यह गलत है।`;
        const lines = Array.from({ length: Math.ceil(400_000 / line.length) }, () => line);
        const body =
            kind === 'textarea'
                ? `<textarea id="field" style="width: 600px; height: 300px">${lines.join('\n')}</textarea>`
                : `<div id="field" contenteditable style="height: 300px; overflow: auto">${lines.map(each => `<p>${each}</p>`).join('')}</div>`;
        const page = await openFields(browser, body, { attach: '#nothing' });
        const keys = 12;
        const typeSome = async () => {
            const times = [];
            for (let key = 0; key < keys; key += 1) {
                const began = Date.now();
                await page.keyboard.insertText('क');
                await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))));
                times.push(Date.now() - began);
            }
            return times.sort((a, b) => a - b)[keys / 2];
        };
        await page.locator('#field').focus();
        const without = await typeSome();
        await page.evaluate(() => {
            window.fields = [vartani.attachField(document.querySelector('#field'), window.checker, {})];
        });
        await painted(page, 100);
        await page.evaluate(() => {
            window.checker.calls.length = 0;
            window.made = 0;
            const { createElement } = Document.prototype;
            Document.prototype.createElement = function (...of) {
                window.made += 1;
                return createElement.apply(this, of);
            };
        });
        const withMarks = await typeSome();
        t.diagnostic(`${kind}: a key and its frame ${without} ms without marks, ${withMarks} ms with them (median of ${keys})`);
        const told = await eventually(async () => {
            const calls = await page.evaluate(() => window.checker.calls);
            const edits = calls.flatMap(([, , edits]) => edits ?? assert.fail('all of the text was told again'));
            assert.equal(edits.map(({ insert }) => insert).join(''), 'क'.repeat(keys));
            return edits;
        });
        assert.ok(told.every(({ start, end }) => end === start));
        // The style of a plain field is read through an element, once a frame
        assert.ok((await page.evaluate(() => window.made)) < 30 * keys);
        await page.close();
    });
}
