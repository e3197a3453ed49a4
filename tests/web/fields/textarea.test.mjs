import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, marks, openFields, painted } from './support.mjs';
import { selectionBox } from './pixels.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const TEXT = 'राम ने कहा।\nयह गलत शब्द है और यह पंक्ति बहुत लंबी है, इसलिए मुड़ेगी।\n\nफिर गलत।';

for (const [name, style] of Object.entries({
    plain: 'width: 300px; height: 200px',
    'letter-spacing and padding': 'width: 420px; height: 220px; letter-spacing: 2px; padding: 13px 7px 5px 21px; border: 5px solid',
    'border-box in percent': 'width: 61.3%; height: 200px; box-sizing: border-box; line-height: 2.1; text-indent: 30px',
    'a scrollbar': 'width: 300px; height: 60px',
    zoom: 'width: 300px; height: 200px; zoom: 1.35',
    'a transform': 'width: 300px; height: 200px; transform: scale(0.8); transform-origin: 0 0',
    'no wrapping': 'width: 200px; height: 200px; white-space: pre',
    'large letters and word-spacing': 'width: 500px; height: 250px; font: 29.5px/1.4 "Noto Serif Devanagari"; word-spacing: 6px',
})) {
    test(`a mark lies exactly under its word: ${name}`, async () => {
        const page = await openFields(browser, `<textarea id="field" style="${style}">${TEXT}</textarea>`);
        await painted(page, 2);
        const found = await marks(page);
        assert.deepEqual(found.map(({ text }) => text), ['गलत', 'गलत']);
        const { rect } = found[0];
        const at = TEXT.indexOf('गलत');
        const word = await selectionBox(page, '#field', at, at + 3);
        assert.ok(Math.abs(word.left - rect.left) <= 1, `left: word ${word.left}, mark ${rect.left}`);
        assert.ok(Math.abs(word.right - rect.left - rect.width) <= 1, `right: ${word.right} ${rect.left + rect.width}`);
        assert.ok(Math.abs(word.top - rect.top) <= 12 && word.bottom > rect.top, `top: ${word.top} ${rect.top}`);
        await page.close();
    });
}
