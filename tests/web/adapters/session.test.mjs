/** A session without an editor: what it tells a checker, and which answers it takes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { require, WEB } from '../browser.mjs';

const { build } = require('esbuild');
const { outputFiles } = await build({
    stdin: {
        contents: `export * from './src/session/session.ts'; export * from './src/session/edits.ts';
            export { difference } from './src/session/text_edit.ts';
            export * from './examples/one_word.ts';`,
        resolveDir: WEB,
        loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
});
const { Session, OneWord, difference, smallest, whole } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

function openSession(text, checker = new OneWord(), options = { typingDelay: 0 }) {
    const shown = [];
    const session = new Session(checker, text, options, marks => {
        shown.push(marks.map(({ start, end }) => [start, end]));
    });
    return { session, shown, checker };
}

test('any edits, sent while the checker is busy, leave the checker with the text of the editor', async () => {
    const alphabet = ['क', 'ा', ' ', '\n', '😀', '\ud83d', '\ude00', 'गलत'];
    let seed = 7;
    const random = below => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 20; round++) {
        const texts = new Map();
        const checker = {
            async open(id, text) {
                texts.set(id, text);
                return { version: 1, diagnostics: [] };
            },
            async edit(id, edits) {
                await pause(0);
                for (const { start, end, insert } of edits) {
                    const text = texts.get(id);
                    assert.ok(0 <= start && start <= end && end <= text.length);
                    for (const at of [start, end]) assert.doesNotMatch(text.slice(at - 1, at + 1), /^[\ud83d][\ude00]$/);
                    texts.set(id, text.slice(0, start) + insert + text.slice(end));
                }
                return { version: 0, diagnostics: [] };
            },
            close: async () => undefined,
        };
        const { session } = openSession('यह 😀 है', checker);
        for (let step = 0; step < 100; step++) {
            const start = random(session.text.length + 1);
            const end = start + random(Math.min(4, session.text.length - start + 1));
            session.change([{ start, end, insert: alphabet[random(alphabet.length)] }], start);
            if (step % 9 === 0) await pause(0);
        }
        await session.hover(0);
        await pause(5);
        assert.equal(texts.get(session.id), session.text);
    }
});

test('an answer about an older text is not shown', async () => {
    const checker = new OneWord();
    const edit = checker.edit.bind(checker);
    const { session, shown } = openSession('', checker);
    await pause(5);
    checker.edit = async (id, edits) => {
        const answer = await edit(id, edits);
        await pause(30);
        return answer;
    };
    session.change([{ start: 0, end: 0, insert: 'गलत ' }], null);
    await pause(5);
    session.change([{ start: 0, end: 0, insert: 'यह ' }], null);
    await pause(100);
    assert.deepEqual(shown.at(-1), [[3, 6]]);
    assert.ok(shown.every(marks => marks.length === 0 || marks[0][0] === 3));
});

test('marks move with an edit, at once', async () => {
    const { session, shown } = openSession('यह गलत है');
    await pause(5);
    assert.deepEqual(shown.at(-1), [[3, 6]]);
    session.change([{ start: 0, end: 0, insert: '😀 ' }], null);
    await Promise.resolve();
    assert.deepEqual(shown.at(-1), [[6, 9]]);
});

test('a fix is not written where the text is another one by now', async () => {
    const { session } = openSession('यह गलत है');
    await pause(5);
    const [mark] = session.marks;
    session.change([{ start: 0, end: 0, insert: 'क' }], null);
    assert.equal(session.take(mark, mark.fixes[0], () => assert.fail('written')), false);
    const [moved] = session.marks;
    session.take(moved, moved.fixes[0], edits => assert.deepEqual(edits, [{ start: 5, end: 5, insert: '़' }]));
});

test('a failure is told once, and so is that it works again', async () => {
    const told = [];
    const checker = new OneWord();
    const { open: works } = Object.getPrototypeOf(checker);
    checker.open = () => Promise.reject(new Error('no module'));
    const { session } = openSession('गलत', checker, { onProblem: sentence => told.push(sentence), locale: 'en', typingDelay: 0 });
    await pause(5);
    session.change([{ start: 0, end: 0, insert: 'क' }], null);
    await pause(5);
    assert.deepEqual(told, ['vartani could not start here; the field works as before.']);
    checker.open = works;
    const { now } = Date;
    Date.now = () => now() + 6000;
    session.change([{ start: 0, end: 0, insert: 'ख ' }], null);
    await pause(5);
    Date.now = now;
    assert.deepEqual(told.slice(1), [null]);
    assert.equal(session.marks.length, 1);
});

test('a checker that forgot the document is given it anew', async () => {
    const { session, checker } = openSession('यह');
    await pause(5);
    await checker.close(session.id);
    session.change([{ start: 0, end: 0, insert: 'गलत ' }], null);
    await pause(5);
    assert.equal(session.marks.length, 1);
});

test('a closed session shows nothing and closes its document, if that was opened', async () => {
    for (const [wait, isOpened] of [[0, false], [5, true]]) {
        const checker = new OneWord();
        const open = checker.open.bind(checker);
        const [asked, closed] = [[], []];
        checker.open = async (id, text) => {
            asked.push(id);
            await pause(20);
            return open(id, text);
        };
        checker.close = async id => void closed.push(id);
        const { session, shown } = openSession('गलत', checker);
        if (wait > 0) await pause(wait);
        session.end();
        await pause(40);
        const ids = isOpened ? [session.id] : [];
        assert.deepEqual([shown, asked, closed], [[], ids, ids]);
    }
});

test('a checker that never comes is one sentence, and one that comes late has the text as it is then', async () => {
    const told = [];
    const options = { onProblem: sentence => told.push(sentence), locale: 'en', typingDelay: 0 };
    openSession('गलत', Promise.reject(new Error('no module')), options);
    await pause(5);
    assert.deepEqual(told, ['vartani could not start here; the field works as before.']);
    const late = pause(20).then(() => new OneWord());
    const { session } = openSession('यह', late);
    session.change([{ start: 0, end: 0, insert: 'गलत ' }], null);
    await pause(60);
    assert.deepEqual(session.marks.map(({ text }) => text), ['गलत']);
});

test('a document is read again as another one, and without highlights the marks are told', async () => {
    const checker = new OneWord();
    const [opened, told, marks] = [[], [], []];
    const open = checker.open.bind(checker);
    checker.open = (id, text, document) => {
        opened.push(document);
        return open(id, text);
    };
    const options = { document: { format: 'plain' }, onMarks: found => marks.push(found.length), onProblem: sentence => told.push(sentence) };
    const session = new Session(checker, 'यह गलत है', options, null);
    await session.settled();
    await session.reopen({ format: 'html' });
    assert.deepEqual(opened, [{ format: 'plain' }, { format: 'html' }]);
    assert.deepEqual(marks, [1, 1]);
    assert.match(told.join(), /^यह ब्राउज़र शब्दों के नीचे निशान नहीं दिखा सकता;[^,]*$/);
    assert.equal(session.problem, told[0]);
});

test('edits cut no surrogate pair, and are as small as the word they write allows', () => {
    assert.deepEqual(difference('😀', '😁'), { start: 0, end: 2, insert: '😁' });
    assert.deepEqual(whole('😀', { start: 1, end: 2, insert: '' }), { start: 0, end: 2, insert: '\ud83d' });
    assert.deepEqual(whole('\ud83dक', { start: 1, end: 1, insert: '\ude00' }), { start: 0, end: 1, insert: '😀' });
    assert.deepEqual(smallest('यह गलत', [{ start: 3, end: 6, insert: 'ग़लत' }]), [{ start: 4, end: 4, insert: '़' }]);
    assert.deepEqual(smallest('सका', [{ start: 0, end: 3, insert: 'इसका' }]), [{ start: 0, end: 1, insert: 'इस' }]);
    assert.deepEqual(smallest('किता', [{ start: 0, end: 4, insert: 'किताब' }]), [{ start: 3, end: 4, insert: 'ाब' }]);
});
