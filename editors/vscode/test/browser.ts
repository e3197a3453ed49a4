/** A window of VS Code in Debian's chromium. */

import { type Browser, chromium, type Page } from 'playwright-core';

/** Starts the browser; it reaches this machine and nothing else. */
export function openBrowser(): Promise<Browser> {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-dev-shm-usage',
            '--disable-background-networking',
            '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
        ],
    });
}

/** What a window is opened with: payload keys of VS Code's web workbench. */
export type Payload = Record<string, string>;

/** The address of a window on a folder, or on the folders that a `.code-workspace` file names. */
export function address(server: string, folder: string | undefined, payload: Payload): string {
    const query = new URLSearchParams();
    if (folder === undefined) {
        query.set('ew', 'true');
    } else {
        query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
    }
    query.set('payload', JSON.stringify(Object.entries({ skipWelcome: 'true', ...payload })));
    return `${server}/?${query.toString()}`;
}

/** The address by which VS Code knows a path on its server. */
export function remote(server: string, path: string): string {
    return `vscode-remote://${new URL(server).host}${path}`;
}

/** A page with room for one article, drawn twice as fine. */
export async function newPage(browser: Browser): Promise<Page> {
    const context = await browser.newContext({
        viewport: { width: 1180, height: 720 },
        deviceScaleFactor: 2,
        permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    return page;
}
