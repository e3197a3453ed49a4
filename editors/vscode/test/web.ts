/** The extension for a VS Code that runs no programs, in the browser's own extension host. */

import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { address, newPage, remote } from './browser.ts';
import { serve } from './vscode.ts';
import { command, editorText, hover, openMenu, until, untilSquiggle, untilText } from './window.ts';
import type { WriterRun } from './writer.ts';

/** Throws where the unpacked package in `extension` does not mark, explain, fix and undo. */
export async function runWeb(browser: Browser, run: WriterRun, extension: string): Promise<void> {
    const folder = path.join(run.scratch, 'web');
    await cp(run.articles, folder, { recursive: true });
    const server = await serve(run.home, path.join(run.scratch, 'data-web'), { more: ['--disable-workspace-trust'] });
    const page = await newPage(browser);
    await withExtension(page, remote(server.url, extension));
    try {
        await page.goto(
            address(server.url, folder, {
                openFile: remote(server.url, path.join(folder, 'agra/mandal.txt')),
            }),
        );
        // The house style of the folder wants another spelling
        await untilSquiggle(page, 'मास्को');
        await hover(page, 'मास्को', /“मॉस्को”/);
        const menu = await openMenu(page, 'मास्को', 'मॉस्को');
        await menu.locator('.monaco-list-row').filter({ hasText: 'मॉस्को' }).first().click();
        await untilText(page, /मॉस्को पहुँचा/);
        await until('no mark', async () => (await page.locator('.squiggly-warning').count()) === 0);
        await page.keyboard.press('Control+Z');
        await untilText(page, /मास्को पहुँचा/);
        await untilSquiggle(page, 'मास्को');
        await page.keyboard.press('Control+End');
        await page.keyboard.insertText('वे अाज लौटे। ');
        await until('the word that was typed to be marked', async () => {
            return (await page.locator('.squiggly-warning, .squiggly-error, .squiggly-info').count()) > 1;
        });
        await command(page, 'Fix Article');
        await untilText(page, /वे आज लौटे/);
        console.log('ok marks, cards, fixes and undo without a program');
    } catch (error) {
        await page.screenshot({ path: path.join(run.pictures, 'failure.png') });
        console.log(await editorText(page).catch(String));
        throw error;
    } finally {
        await page.context().close();
        server.stop();
    }
}

/** Has the workbench's own host run an extension: its configuration is changed before it is read. */
async function withExtension(page: Page, extension: string): Promise<void> {
    const { protocol, host, pathname } = new URL(extension);
    const place = { scheme: protocol.slice(0, -1), authority: host, path: pathname };
    await page.addInitScript(place => {
        new MutationObserver((_, seen) => {
            const configuration = document.querySelector<HTMLElement>('#vscode-workbench-web-configuration');
            const settings = configuration?.dataset.settings;
            if (configuration === null || settings === undefined) return;
            seen.disconnect();
            const parsed = JSON.parse(settings) as { developmentOptions?: object };
            const developmentOptions = { ...parsed.developmentOptions, extensions: [place] };
            configuration.dataset.settings = JSON.stringify({ ...parsed, developmentOptions });
        }).observe(document, { subtree: true, childList: true });
    }, place);
}
