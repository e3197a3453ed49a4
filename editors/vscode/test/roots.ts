/** Two newsrooms in one window: each folder is checked by its own house style. */

import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { address, newPage, remote } from './browser.ts';
import { serve } from './vscode.ts';
import { hover, untilSquiggle } from './window.ts';
import type { WriterRun } from './writer.ts';

/** Throws where a folder is not checked by its own `vartani.toml`; the package is installed already. */
export async function runRoots(browser: Browser, run: WriterRun): Promise<void> {
    const folder = path.join(run.scratch, 'roots');
    await cp(run.articles, folder, { recursive: true });
    const server = await serve(run.home, path.join(run.scratch, 'data-writer'), {
        more: ['--disable-workspace-trust'],
    });
    const page = await newPage(browser);
    try {
        for (const [article, marked, wanted] of [
            ['agra/mandal.txt', 'मास्को', 'मॉस्को'],
            ['bhopal/vapasi.txt', 'मॉस्को', 'मास्को'],
        ] as const) {
            const openFile = remote(server.url, path.join(folder, article));
            await page.goto(address(server.url, path.join(folder, 'newsrooms.code-workspace'), { openFile }));
            await untilSquiggle(page, marked);
            await hover(page, marked, new RegExp(`“${wanted}”`));
        }
        console.log('ok two folders in one window, each by its own house style');
    } catch (error) {
        await page.screenshot({ path: path.join(run.pictures, 'failure.png') });
        throw error;
    } finally {
        await page.context().close();
        server.stop();
    }
}
