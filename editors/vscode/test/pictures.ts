/** Takes the pictures of the READMEs: the same package, on an article made to be looked at. */

import { strict as assert } from 'node:assert';
import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { address, newPage, remote } from './browser.ts';
import { type Box, command, hover, openMenu, untilSquiggle, untilText, wordBox } from './window.ts';
import { serve } from './vscode.ts';
import type { WriterRun } from './writer.ts';

/** The room around what is shown. */
const MARGIN = 10;

/** So much of the settings is shown. */
const SETTINGS_HEIGHT = 760;

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
        const menu = await openMenu(page, 'शनिवार', 'रविवार');
        await take('menu', await wordBox(page, 'मंडप'), await boxOf(menu));
        await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        const list = page.locator('.quick-input-widget');
        await list.locator('input').first().fill('>वर्तनी');
        await list.locator('.monaco-list-row').filter({ hasText: 'Fix Article' }).waitFor();
        await shootBox(page, path.join(run.pictures, 'commands.png'), await boxOf(list));
        await page.keyboard.press('Escape');
        await command(page, 'View: Toggle Status Bar Visibility');
        const bar = page.locator('.part.statusbar .right-items');
        await bar.filter({ hasText: 'शब्द' }).waitFor();
        await shootBox(page, path.join(run.pictures, 'status.png'), await boxOf(bar));
        await command(page, 'Preferences: Open Settings (UI)');
        const settings = page.locator('.settings-editor');
        await settings.waitFor();
        await page.keyboard.type('@ext:vartani.vartani');
        await settings.locator('.setting-item').filter({ hasText: 'vartani.toml' }).first().waitFor();
        await page.waitForTimeout(1000);
        const { x, y, width } = await boxOf(settings);
        await shootBox(page, path.join(run.pictures, 'settings.png'), { x, y, width, height: SETTINGS_HEIGHT });
    } finally {
        await page.context().close();
        server.stop();
    }
}

async function boxOf(locator: Locator): Promise<Box> {
    const box = await locator.boundingBox();
    assert.ok(box);
    return box;
}

async function shootBox(page: Page, file: string, { x, y, width, height }: Box): Promise<void> {
    await page.screenshot({ path: file, clip: { x, y, width, height }, animations: 'disabled' });
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
