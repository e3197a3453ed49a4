import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, launch, marks, openFields, painted } from './support.mjs';
import { selectionBox } from './pixels.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const TEXT = 'राम ने कहा।\nयह गलत शब्द है और यह पंक्ति बहुत लंबी है, इसलिए मुड़ेगी।\n\nफिर गलत।';

for (const [name, style] of Object.entries({
    plain: 'width: 300px; height: 200px',
    'letter-spacing and padding':
        'width: 420px; height: 220px; letter-spacing: 2px; padding: 13px 7px 5px 21px; border: 5px solid',
    'border-box in percent': 'width: 61.3%; height: 200px; box-sizing: border-box; line-height: 2.1; text-indent: 30px',
    'a scrollbar': 'width: 300px; height: 60px',
    zoom: 'width: 300px; height: 200px; zoom: 1.35',
    'no wrapping': 'width: 200px; height: 200px; white-space: pre',
    'large letters and word-spacing':
        'width: 500px; height: 250px; font: 29.5px/1.4 "Noto Serif Devanagari"; word-spacing: 6px',
})) {
    test(`a mark lies exactly under its word: ${name}`, async () => {
        const page = await openFields(browser, `<textarea id="field" style="${style}">${TEXT}</textarea>`);
        await painted(page, 2);
        const found = await marks(page);
        assert.deepEqual(
            found.map(({ text }) => text),
            ['गलत', 'गलत'],
        );
        const { rect } = found[0];
        const at = TEXT.indexOf('गलत');
        const word = await selectionBox(page, '#field', at, at + 3);
        assert.ok(Math.abs(word.left - rect.left) <= 1, `left: word ${word.left}, mark ${rect.left}`);
        assert.ok(Math.abs(word.right - rect.left - rect.width) <= 1, `right: ${word.right} ${rect.left + rect.width}`);
        assert.ok(Math.abs(word.top - rect.top) <= 12 && word.bottom > rect.top, `top: ${word.top} ${rect.top}`);
        await page.close();
    });
}

test('a mark lies under its word where the field is transformed', async () => {
    const page = await openFields(
        browser,
        `<textarea id="field" style="width: 300px; height: 200px; transform: scale(0.8); transform-origin: 0 0">${TEXT}</textarea>`,
    );
    await painted(page, 2);
    const [{ rect }] = await marks(page);
    // The browser itself tells which letter is at a point
    const offsets = await page.evaluate(
        ({ left, top, width, height }) =>
            [left + 1, left + width - 1].map(x => document.caretPositionFromPoint(x, top + height / 2).offset),
        rect,
    );
    assert.deepEqual(offsets, [TEXT.indexOf('गलत'), TEXT.indexOf('गलत') + 3]);
    await page.close();
});

test('a mark follows its word when the field is scrolled, moved and resized', async () => {
    const long = `${'पंक्ति\n'.repeat(40)}${TEXT}`;
    const page = await openFields(
        browser,
        `<div id="above"></div><textarea id="field" style="width: 300px; height: 120px">${long}</textarea>`,
    );
    await painted(page, 2);
    for (const change of [
        () => (document.querySelector('#field').scrollTop = 900),
        () => (document.querySelector('#above').style.height = '77px'),
        () => (document.querySelector('#field').style.width = '250px'),
    ]) {
        await page.evaluate(change);
        const at = long.indexOf('गलत');
        await page.evaluate(() => (document.querySelector('#field').scrollTop = 1100));
        await eventually(async () => {
            const word = await selectionBox(page, '#field', at, at + 3);
            const { rect } = (await marks(page))[0];
            assert.ok(Math.abs(word.left - rect.left) <= 1 && Math.abs(word.right - rect.left - rect.width) <= 1);
            assert.ok(word.top < rect.top + rect.height && word.bottom > rect.top, `${word.top} ${rect.top}`);
        });
    }
    await page.close();
});

test('a fix is written as if typed, undone by Ctrl+Z, and the field is otherwise untouched', async () => {
    const page = await openFields(
        browser,
        `<textarea id="field" style="width: 300px; height: 200px">${TEXT}</textarea>`,
    );
    await painted(page, 2);
    const html = await page.locator('#field').evaluate(field => {
        window.inputs = [];
        field.addEventListener('input', event => window.inputs.push([event.isTrusted, event.inputType, event.data]));
        return field.outerHTML;
    });
    const { rect } = (await marks(page))[0];
    await page.mouse.move(rect.left + rect.width / 2, rect.top + rect.height / 2);
    await page.waitForTimeout(600);
    await page.mouse.move(rect.left + rect.width / 2 + 1, rect.top + rect.height / 2);
    // The card is in a closed tree, so its button is found by eye: by the keyboard
    await page.locator('#field').evaluate((field, at) => {
        field.focus();
        field.setSelectionRange(at, at);
    }, TEXT.indexOf('गलत'));
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('Enter');
    await painted(page, 1);
    assert.equal(await page.inputValue('#field'), TEXT.replace('गलत', 'ग़लत'));
    assert.deepEqual(await page.evaluate(() => window.inputs), [[true, 'insertText', 'ग़लत']]);
    await page.keyboard.press('Control+z');
    await painted(page, 2);
    assert.equal(await page.inputValue('#field'), TEXT);
    assert.equal(await page.locator('#field').evaluate(field => field.outerHTML), html);
    await page.close();
});

test('nothing is painted over a dialog that covers the field, and a field in a dialog has its marks', async () => {
    const page = await openFields(
        browser,
        `<textarea id="field" style="width: 300px; height: 120px">${TEXT}</textarea><dialog><textarea id="inner">यह गलत है</textarea></dialog>`,
        { attach: 'textarea' },
    );
    await painted(page, 2 + 1);
    const shown = async () => (await marks(page)).filter(({ rect }) => rect.width > 0).length;
    await page.evaluate(() => document.querySelector('dialog').showModal());
    await eventually(async () => assert.equal(await shown(), 1, 'only the mark in the dialog is left'));
    assert.equal(await page.evaluate(() => document.querySelectorAll('dialog > vartani-layer').length), 1);
    await page.evaluate(() => document.querySelector('dialog').close());
    await eventually(async () => assert.equal(await shown(), 2));
    await page.close();
});
