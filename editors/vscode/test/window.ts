/** What a writer sees and does in a window of VS Code. */

import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';

/** A place on the screen. */
export interface Box {
    x: number;
    y: number;
    width: number;
    height: number;
}

/** A squiggle may begin so many pixels off its word, and run into the margin of a hint behind it, in heights. */
const TOLERANCE = 1.5;
const HINT_MARGIN = 0.45;

/** Where a word stands in the editor, the `nth` time that it does; waits for it. */
export async function wordBox(page: Page, word: string, nth = 0): Promise<Box> {
    const found = await page.waitForFunction(
        ({ word, nth }) => {
            // Inlay hints and colours cut a line into many elements
            const lines = [...document.querySelectorAll('.editor-instance .view-line')];
            lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
            let left = nth;
            for (const line of lines) {
                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                const nodes: Text[] = [];
                while (walker.nextNode()) {
                    nodes.push(walker.currentNode as Text);
                }
                const text = nodes
                    .map(node => node.data)
                    .join('')
                    .replaceAll('\u00A0', ' ');
                const place = (offset: number): [Text, number] => {
                    for (const node of nodes) {
                        if (offset <= node.length) {
                            return [node, offset];
                        }
                        offset -= node.length;
                    }
                    throw new Error('no such place');
                };
                for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                    if (left-- === 0) {
                        const range = document.createRange();
                        // The end of one element is not where the next one begins
                        const [first, from] = place(at + 1);
                        range.setStart(first, from - 1);
                        range.setEnd(...place(at + word.length));
                        const { x, y, width, height } = range.getBoundingClientRect();
                        return { x, y, width, height };
                    }
                }
            }
            return undefined;
        },
        { word, nth },
    );
    const box = await found.jsonValue();
    assert.ok(box);
    return box;
}

/** Waits until the word is underlined, from its first letter to its last. */
export async function untilSquiggle(page: Page, word: string, nth = 0): Promise<void> {
    const seen: string[] = [];
    await until(`a squiggle under “${word}”`, async () => {
        const { x, width, y, height } = await wordBox(page, word, nth);
        const squiggles = await page.locator('.squiggly-warning, .squiggly-error').all();
        const boxes = await Promise.all(squiggles.map(squiggle => squiggle.boundingBox()));
        seen.splice(0, seen.length, JSON.stringify({ x, width, y }), ...boxes.map(box => JSON.stringify(box)));
        return boxes.some(
            box =>
                box !== null &&
                Math.abs(box.x - x) < TOLERANCE &&
                box.width > width - TOLERANCE &&
                box.width < width + TOLERANCE + height * HINT_MARGIN &&
                Math.abs(box.y - y) < height,
        );
    }).catch((error: unknown) => {
        throw new Error(`${String(error)}; there are ${seen.join(' ')}`);
    });
}

/** Waits for something to become true. */
export async function until(what: string, look: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 60_000;
    while (!(await look().catch(() => false))) {
        assert.ok(Date.now() < end, `waited in vain for ${what}`);
        await new Promise(resolve => setTimeout(resolve, 50));
    }
}

/** Waits for text between or in the words of the editor. */
export async function untilText(page: Page, text: RegExp): Promise<void> {
    await until(`the text ${String(text)}`, async () => text.test(await editorText(page)));
}

/** All that stands in the editor, inlay hints too. */
export async function editorText(page: Page): Promise<string> {
    const lines = await page.locator('.editor-instance .view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00A0', ' ');
}

/** Rests the pointer on a word until a card with this text is there, and returns the card's place. */
export async function hover(page: Page, word: string, text: RegExp, nth = 0): Promise<Box> {
    const card = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: text }).first();
    await until(`a card with ${String(text)}`, async () => {
        const { x, y, width, height } = await wordBox(page, word, nth);
        // Away from any card that is there
        await page.mouse.move(2, 2);
        await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
        return card.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
        );
    });
    const box = await card.boundingBox();
    assert.ok(box);
    return box;
}

/** Puts the caret into a word. */
export async function putCaret(page: Page, word: string, nth = 0): Promise<void> {
    const { x, y, width, height } = await wordBox(page, word, nth);
    await page.mouse.click(x + width / 2, y + height / 2);
}

/** Opens the menu of what can be done at a word, which has an entry with this text; returns the menu. */
export async function openMenu(page: Page, word: string, entry: string): Promise<Locator> {
    const menu = page.locator('.action-widget').first();
    await until('the menu', async () => {
        // No card in front of it
        await putCaret(page, word);
        await page.mouse.move(2, 2);
        await page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden', timeout: 5000 });
        await page.keyboard.press('Control+.');
        return menu
            .filter({ hasText: entry })
            .waitFor({ timeout: 5000 })
            .then(() => true);
    });
    return menu;
}

/** Runs a command by its title. */
export async function command(page: Page, title: string): Promise<void> {
    const input = page.locator('.quick-input-widget input').first();
    await until('the list of commands', async () => {
        await page.keyboard.press('F1');
        return input.waitFor({ timeout: 2000 }).then(() => true);
    });
    await input.fill(`>${title}`);
    await pick(page, title);
}

/** Takes the entry of a list that has this text. */
export async function pick(page: Page, text: string): Promise<void> {
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: text }).first().click();
}
