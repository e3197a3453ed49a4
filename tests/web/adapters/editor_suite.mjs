/** What every adapter must do, whatever its editor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byHighlights } from './marks.mjs';
import { examplePage, html, text, toEnd, until } from './support.mjs';

const WRONG = 'निरिक्षण';
const RIGHT = 'निरीक्षण';

/** Cards of our own. */
const CARD = { card: '.vartani-card', fix: '.vartani-fix' };

/**
 * Tests of the example page `name`. `marks` reads marks off the page; `isRich` says that the editor knows bold and links,
 * `losesHalves` that its own input drops half an emoji. `soon` is when a mark would be there that is not held back, in milliseconds; `write`
 * types, and `inside` is what the editor writes in, where that is no part of the page.
 */
export function editorSuite(
    name,
    {
        marks,
        isRich = false,
        selectors = CARD,
        takeFix,
        query = '',
        soon = 400,
        losesHalves = false,
        write = (page, text) => page.keyboard.insertText(text),
        inside = page => page.locator('main'),
    },
) {
    const openPage = examplePage(name);
    const open = (more = '', options = {}) => openPage(`?${query}&${more}`, options);
    // Half an emoji has a mark of its own
    const seen = async page => (await marks(page)).filter(({ text }) => text !== '\ud83d');
    const words = async page => (await seen(page)).map(({ text }) => text);

    async function takeFromCard(page, mark, title = RIGHT) {
        await page.mouse.move(mark.x + 1, mark.y);
        await page.mouse.move(mark.x, mark.y);
        await page.locator(selectors.card).first().waitFor();
        await page.locator(selectors.fix, { hasText: title }).first().click();
    }

    const take = takeFix ?? takeFromCard;

    test(`${name}: a word is marked, fixed from its card, and Ctrl+Z takes that back`, async () => {
        const page = await open();
        await toEnd(page);
        const first = await text(page);
        await write(page, ` यह ${WRONG} है।`);
        await until(page, () => words(page), [WRONG]);
        const before = [await text(page), await html(page)];
        assert.equal(before[0], `${first} यह ${WRONG} है।`);
        await take(page, (await marks(page))[0]);
        await until(page, () => text(page), `${first} यह ${RIGHT} है।`);
        await until(page, () => words(page), []);
        await page.keyboard.press('Control+z');
        await until(page, () => text(page), before[0]);
        assert.equal(await html(page), before[1]);
        await until(page, () => words(page), [WRONG]);
        assert.deepEqual(page.faults, []);
        await page.close();
    });

    test(`${name}: the word that is being typed is marked when the caret leaves it`, async () => {
        const page = await open('delay=60000');
        await toEnd(page);
        await write(page, ` ${WRONG}`);
        await page.waitForTimeout(soon);
        assert.deepEqual(await words(page), []);
        await write(page, ' है');
        await until(page, () => words(page), [WRONG]);
        await write(page, ` और ${WRONG}`);
        await page.waitForTimeout(soon);
        assert.deepEqual(await words(page), [WRONG]);
        await page.close();
    });

    test(`${name}: the word that is being typed is marked after a pause`, async () => {
        const page = await open();
        await toEnd(page);
        await write(page, ` ${WRONG}`);
        await until(page, () => words(page), [WRONG]);
        await page.close();
    });

    test(`${name}: an emoji and half of one before a word shift no mark`, async () => {
        const page = await open();
        await toEnd(page);
        await write(page, ' 😀👩‍👩‍👧 ');
        await page.evaluate(insertRaw, '\\ud83d');
        await write(page, ` ${WRONG} 😀 ${WRONG} है`);
        await until(page, () => words(page), [WRONG, WRONG]);
        const before = await text(page);
        assert.equal(before.includes('\ud83d '), !losesHalves);
        await take(page, (await seen(page))[1]);
        await until(page, () => text(page), before.replace(`😀 ${WRONG} है`, `😀 ${RIGHT} है`));
        await page.close();
    });

    test(`${name}: ten editors share one checker`, async () => {
        const page = await open('editors=10');
        for (let index = 0; index < 10; index++) {
            await toEnd(page, index);
            await write(page, ` ${WRONG} है`);
        }
        await until(page, () => words(page), Array(10).fill(WRONG));
        assert.ok(page.workers().filter(worker => !worker.url().includes('editor.worker')).length <= 1);
        await page.close();
    });

    test(`${name}: an editor goes while an answer is on its way`, async () => {
        const page = await open('editors=2');
        await toEnd(page);
        await page.evaluate(() => {
            const { checker } = window;
            const edit = checker.edit.bind(checker);
            checker.edit = async (...call) => {
                await new Promise(resolve => setTimeout(resolve, 200));
                return edit(...call);
            };
        });
        await write(page, ` ${WRONG} है`);
        await page.waitForTimeout(100);
        await page.evaluate(() => window.examples[0].destroy());
        await page.waitForTimeout(300);
        await toEnd(page, 1);
        await write(page, ` ${WRONG} है`);
        await until(page, () => words(page), [WRONG]);
        assert.deepEqual(page.faults, []);
        await page.close();
    });

    test(`${name}: writing goes on when the checker fails, and one sentence says so`, async () => {
        const page = await open();
        await page.evaluate(() => {
            window.checker.open = window.checker.edit = () => Promise.reject(new Error('the worker is gone'));
        });
        await toEnd(page);
        const first = await text(page);
        await write(page, ` यह ${WRONG} है`);
        await write(page, ' और बाक़ी');
        await until(page, () => text(page), `${first} यह ${WRONG} है और बाक़ी`);
        await until(
            page,
            () => page.locator('output').textContent(),
            'वर्तनी यहाँ नहीं चल पाई; लिखना पहले की तरह चलता रहेगा।',
        );
        assert.deepEqual(await words(page), []);
        assert.deepEqual(page.faults, []);
        await page.close();
    });

    if (marks === byHighlights) {
        test(`${name}: a browser that cannot mark words is told of, and writing goes on`, async () => {
            const page = await open('', { before: () => delete globalThis.Highlight });
            await toEnd(page);
            const first = await text(page);
            await write(page, ` यह ${WRONG} है।`);
            await until(page, () => text(page), `${first} यह ${WRONG} है।`);
            assert.match(await page.locator('output').textContent(), /^यह ब्राउज़र शब्दों के नीचे निशान नहीं दिखा सकता; /);
            assert.deepEqual(page.faults, []);
            await page.close();
        });
    }

    if (isRich) richSuite(name, { open, words, marks, take, write, inside });
}

function richSuite(name, { open, words, marks, take, write, inside }) {
    test(`${name}: a word that stands twice is taken away once, and Ctrl+Z puts it back`, async () => {
        const page = await open();
        await toEnd(page);
        await write(page, ' मंत्री ने ने कहा।');
        await until(page, () => words(page), ['ने ने']);
        const before = await html(page);
        await take(page, (await marks(page))[0], 'हटाएँ');
        await until(page, () => html(page), before.replace('ने ने', 'ने'));
        await page.keyboard.press('Control+z');
        await until(page, () => html(page), before);
        await page.close();
    });

    for (const [what, selector, old] of [
        ['bold', 'strong', 'पहला'],
        ['a link', 'a', 'दूसरा'],
    ]) {
        test(`${name}: a word in ${what} is fixed and stays so`, async () => {
            const page = await open();
            const before = await html(page);
            await inside(page).locator(selector).first().dblclick();
            await write(page, WRONG);
            await until(page, () => words(page), [WRONG]);
            const wrong = await html(page);
            assert.equal(wrong, before.replace(old, WRONG));
            await take(page, (await marks(page))[0]);
            await until(page, () => html(page), before.replace(old, RIGHT));
            await page.keyboard.press('Control+z');
            await until(page, () => html(page), wrong);
            await page.close();
        });
    }
}

/** Runs in the page: writes where the caret is; `\\udXXX` becomes that unit, which no keyboard can send. */
function insertRaw(escaped) {
    const text = JSON.parse(`"${escaped}"`);
    const [{ type }] = window.examples;
    if (type) type(text);
    else document.execCommand('insertText', false, text);
}
