/** Takes the pictures of the READMEs: the same package, on an article made to be looked at. */

import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { address, newPage, remote } from './browser.ts';
import { type Box, hover, untilSquiggle, untilText, wordBox } from './window.ts';
import { serve } from './vscode.ts';
import type { WriterRun } from './writer.ts';

/** The room around what is shown. */
const MARGIN = 10;

/** A card may take a quarter of the window's height. */
const WINDOW = { width: 900, height: 1500 };

/** Takes them into the folder for pictures; the package is installed already. */
export async function takePictures(browser: Browser, run: WriterRun): Promise<void> {
    const folder = path.join(run.scratch, 'pictures');
    await cp(run.articles, folder, { recursive: true });
    const server = await serve(run.home, path.join(run.scratch, 'data-writer'), {
        more: ['--disable-workspace-trust'],
    });
    const page = await newPage(browser);
    try {
        await page.setViewportSize(WINDOW);
        await page.goto(address(server.url, folder, { openFile: remote(server.url, path.join(folder, 'fair.txt')) }));
        await untilSquiggle(page, 'शनिवार (16 मार्च)');
        await untilText(page, /12 मार्च 2025/);
        await close(page, 'sidebar', 'Control+B');
        await close(page, 'auxiliarybar', 'Control+Alt+B');
        await page.locator('.codelens-decoration').first().waitFor();
        const first = await wordBox(page, 'पुस्तक');
        const take = async (name: string, ...boxes: Box[]): Promise<void> => {
            await shoot(page, path.join(run.pictures, `${name}.png`), first, boxes);
        };
        await take('inlay', await wordBox(page, 'मंडप'));
        await take(
            'squiggle',
            await wordBox(page, 'मंडप'),
            await hover(page, 'शनिवार (16', /16 मार्च 2025 रविवार है[^]*Quick Fix/),
        );
        await take('hover', await wordBox(page, 'मंडप'), await hover(page, 'मुर्मू', /राष्ट्रपति/));
    } finally {
        await page.context().close();
        server.stop();
    }
}

/** Closes a bar of the window if it is open. */
async function close(page: Page, bar: string, keys: string): Promise<void> {
    const part = page.locator(`.part.${bar}`);
    if (await part.isVisible()) {
        await page.keyboard.press(keys);
        await part.waitFor({ state: 'hidden' });
    }
}

/** The article from its first word, as wide as the window and down to the last of the boxes. */
async function shoot(page: Page, file: string, first: Box, boxes: Box[]): Promise<void> {
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
    const x = first.x - MARGIN;
    const y = first.y - MARGIN;
    const clip = { x, y, width: WINDOW.width - x - MARGIN, height: bottom + MARGIN - y };
    await page.screenshot({ path: file, clip, animations: 'disabled', style: '.cursors-layer { visibility: hidden }' });
}
