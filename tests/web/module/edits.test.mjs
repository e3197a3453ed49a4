// Whatever is typed, a document that was edited is marked as one that is opened with the same text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChecker } from '../../../editors/web/dist/index.js';
import { random, today } from './support.mjs';

const pieces = [
    'मॉस्को ', 'मास्को ', 'डोनाल्ड ट्रंप ', 'ट्रम्प ', 'बुधवार (13 मार्च 2025) ', '31 अप्रैल ', 'ने ने ', 'अाज ', '😀', '\n', '\r\n',
    'है। ', 'नई दिल्ली, 12 मार्च (भाषा)। ', 'हिन्दी ', 'हिंदी ', '<!-- vartani: ignore -->', '“कल ', 'कल” ', 'और , ', '',
    '\ud83d', '\ude00', '\ud83d\ude00\ud83d', '\u0000', 'e\u0301', '<b>', '&amp;', '\u2028', '**',
]; // prettier-ignore

for (const format of ['plain', 'markdown', 'html']) {
    test(`edits of ${format} leave what a fresh read finds`, async () => {
        const one = await createChecker({ today }),
            other = await createChecker({ today });
        const next = random(format.length);
        const below = limit => Math.floor(next() * limit);
        for (let document = 0; document < 12; document++) {
            let text = '';
            await one.open('text', text, { format });
            for (let turn = 0; turn < 25; turn++) {
                const edits = [];
                for (let number = below(3); number >= 0; number--) {
                    const start = below(text.length + 1);
                    const end = Math.min(text.length, start + below(7));
                    const insert = pieces[below(pieces.length)];
                    edits.push({ start, end, insert });
                    text = text.slice(0, start) + insert + text.slice(end);
                }
                const { diagnostics } = await one.edit('text', edits);
                const fresh = await other.open('text', text, { format });
                assert.deepEqual(diagnostics, fresh.diagnostics, JSON.stringify(text));
                for (const mark of diagnostics) {
                    assert.equal(mark.text, text.slice(mark.start, mark.end).toWellFormed());
                }
                const at = below(text.length + 1);
                assert.deepEqual(await one.hover('text', at), await other.hover('text', at));
                assert.deepEqual(await one.complete('text', at), await other.complete('text', at));
                assert.deepEqual(await one.fix('text'), await other.fix('text'));
            }
        }
        one.dispose();
        other.dispose();
    });
}

test('a lone surrogate is one unit long and moves no mark', async () => {
    const checker = await createChecker({ today });
    const { diagnostics } = await checker.open('a', '\ud83d अाज \udc00 अाज');
    const words = diagnostics.filter(({ text }) => text === 'अाज');
    assert.deepEqual(words.map(({ start, end }) => [start, end]), [[2, 5], [8, 11]]); // prettier-ignore
    // One half of a pair goes, and comes back
    await checker.open('b', '😀 अाज');
    const broken = await checker.edit('b', [{ start: 1, end: 2, insert: '' }]);
    assert.equal(broken.diagnostics.at(-1).start, 2);
    const whole = await checker.edit('b', [{ start: 1, end: 1, insert: '\ude00' }]);
    assert.deepEqual(whole.diagnostics, (await checker.open('c', '😀 अाज')).diagnostics);
});
