/**
 * A writer's morning: the package is installed in a fresh VS Code without a setting, and an article is opened
 * in a folder that nobody has said to trust.
 */

import { strict as assert } from 'node:assert';
import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { address, newPage, remote } from './browser.ts';
import {
    command,
    editorText,
    hover,
    openMenu,
    pick,
    putCaret,
    until,
    untilSquiggle,
    untilText,
    wordBox,
} from './window.ts';
import { install, serve } from './vscode.ts';

/** What is run, and where. */
export interface WriterRun {
    /** The folder of VS Code. */
    home: string;
    /** A folder for its data and the articles. */
    scratch: string;
    /** The package. */
    vsix: string;
    /** The articles. */
    articles: string;
    /** A folder for pictures. */
    pictures: string;
}

/** Throws at the first thing that is not as it should be, and leaves a picture of it. */
export async function runWriter(browser: Browser, run: WriterRun): Promise<void> {
    const data = path.join(run.scratch, 'data-writer');
    const folder = path.join(run.scratch, 'articles');
    await cp(run.articles, folder, { recursive: true });
    const start = performance.now();
    await install(run.home, data, run.vsix);
    const installed = performance.now();
    const server = await serve(run.home, data);
    const page = await newPage(browser);
    try {
        await page.goto(address(server.url, folder, { openFile: remote(server.url, path.join(folder, 'fair.txt')) }));
        await page.locator('.squiggly-warning').first().waitFor();
        const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;
        console.log(
            `from installing the package to the first mark: ${seconds(start)}, ${seconds(installed)} of it after the installation`,
        );
        for (const [what, does] of steps) {
            const start = performance.now();
            await does(page);
            console.log(`ok a writer ${what} (${(performance.now() - start).toFixed(0)} ms)`);
        }
    } catch (error) {
        await page.screenshot({ path: path.join(run.pictures, 'failure.png') });
        throw error;
    } finally {
        await page.context().close();
        server.stop();
    }
}

const steps: [string, (page: Page) => Promise<void>][] = [
    [
        'sees the squiggle under exactly the right words',
        async page => {
            await untilSquiggle(page, 'शनिवार (16 मार्च)');
            await untilSquiggle(page, 'मास्को');
        },
    ],
    ['sees the date that a weekday means', page => untilText(page, /बुधवार\s*(=|→|:)?\s*\(?12 मार्च/)],
    [
        'reads what is wrong and who is named',
        async page => {
            await hover(page, 'शनिवार (16', /16 मार्च 2025 रविवार है/);
            await hover(page, 'द्रौपदी मुर्मू', /राष्ट्रपति/);
        },
    ],
    [
        'counts marks in the status bar and opens the list',
        async page => {
            const item = page.locator('.statusbar-item').filter({ hasText: 'वर्तनी 2' });
            await item.click();
            const rows = page.locator('.markers-panel .monaco-list-row');
            await rows.filter({ hasText: '16 मार्च 2025 रविवार है' }).waitFor();
            await page.keyboard.press('Control+J');
            await rows.first().waitFor({ state: 'hidden' });
        },
    ],
    [
        'applies a quick fix',
        async page => {
            const menu = await openMenu(page, 'शनिवार', 'वार बदलें: “रविवार”');
            await menu.locator('.monaco-list-row').filter({ hasText: 'वार बदलें: “रविवार”' }).first().click();
            await untilText(page, /रविवार \(16 मार्च\)/);
        },
    ],
    [
        'renames a place',
        async page => {
            await putCaret(page, 'टोक्यो');
            await page.keyboard.press('F2');
            const input = page.locator('.rename-box input');
            await input.waitFor();
            await input.fill('क्योटो');
            await page.keyboard.press('Enter');
            await untilText(page, /क्योटो से भी/);
        },
    ],
    [
        'follows a mark to the page of its rule',
        async page => {
            // A card grows while it is read, and a click may miss the link that has moved
            await until('the page of the rule', async () => {
                await hover(page, 'मास्को', /दो वर्तनियाँ/);
                const link = page.locator('.monaco-hover:not(.hidden) a').filter({ hasText: 'spelling/inconsistent' });
                await link.first().click({ timeout: 3000 });
                await page.waitForTimeout(2000);
                return (await editorText(page)).includes('## क्यों');
            });
        },
    ],
    [
        'changes the dateline',
        async page => {
            await page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: 'undated.txt' }).dblclick();
            await wordBox(page, 'शुक्रवार (13 मार्च)');
            await command(page, 'वर्तनी: ख़बर की तारीख़ चुनें · Choose Dateline');
            await pick(page, 'कोई और दिन');
            const input = page.locator('.quick-input-widget input').first();
            await input.fill('2025-03-12');
            await page.keyboard.press('Enter');
            await untilSquiggle(page, 'शुक्रवार (13 मार्च)');
        },
    ],
    ['sees the mark of a word soon after it is typed', measureTyping],
    [
        'is safe from a folder that names a program of its own',
        async page => {
            const { origin, searchParams } = new URL(page.url());
            const folder = path.join(searchParams.get('folder') ?? '', 'stranger');
            await page.goto(address(origin, folder, { openFile: remote(origin, path.join(folder, 'article.txt')) }));
            await untilSquiggle(page, 'ने ने');
        },
    ],
];

/** The article in which typing is measured has this many keystrokes behind it. */
const TYPED = 20;

/** Prints the time from a keystroke to the squiggle that it causes. */
async function measureTyping(page: Page): Promise<void> {
    await putCaret(page, 'होगी');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' ');
    const times: number[] = [];
    for (let turn = 0; turn < TYPED; turn += 1) {
        await page.keyboard.press('Enter');
        await page.keyboard.insertText('सचिव ने ने');
        await page.evaluate(count => {
            const squiggles = (): number => document.querySelectorAll('.squiggly-warning').length;
            const before = count + 1;
            const measured = new Promise<number>(resolve => {
                let pressed = 0;
                const seen = new MutationObserver(() => {
                    if (pressed > 0 && squiggles() > before) {
                        seen.disconnect();
                        resolve(performance.now() - pressed);
                    }
                });
                seen.observe(document.body, { subtree: true, childList: true, attributes: true });
                addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true });
            });
            Object.assign(globalThis, { measured });
        }, turn);
        await page.keyboard.press('Space');
        times.push(await page.evaluate(() => (globalThis as unknown as { measured: Promise<number> }).measured));
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => `${(times[Math.floor((times.length - 1) * share)] ?? NaN).toFixed(0)} ms`;
    console.log(`from a keystroke to its squiggle: half within ${at(0.5)}, nine in ten within ${at(0.9)}`);
    assert.equal(times.length, TYPED);
    await until('all marks to be drawn', async () => (await page.locator('.squiggly-warning').count()) > TYPED / 2);
}
