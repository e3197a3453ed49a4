/** Where marks are shown: on the sites that the user switched on, as long as the browser's permission lasts. */

import { keep, settings } from './settings.ts';

const SCRIPT = 'vartani';
const FILE = 'content.js';

/** The match pattern of an origin. */
export function pattern(origin: string): string {
    return `${origin}/*`;
}

/** Whether an address is one on which something can be switched on. */
export function originOf(url: string | undefined): string | null {
    const match = /^(https?:\/\/[^/]+)/.exec(url ?? '');
    // A match pattern has no port; it stands for all of them
    return match?.[1]?.replace(/:\d+$/, '') ?? null;
}

/** Switches a site on, if the browser's permission is there, or off, and gives the permission back. */
export async function switchSite(origin: string, on: boolean, tab: number | null): Promise<void> {
    const { sites } = await settings();
    const others = sites.filter(site => site !== origin);
    if (on && !(await allowed(origin))) {
        return;
    }
    await keep({ sites: on ? [...others, origin] : others });
    await registerScripts();
    if (tab !== null) {
        await (on ? inject(tab) : stop(tab));
    }
    if (!on) {
        // A permission that came with the installation cannot be given back
        await chrome.permissions.remove({ origins: [pattern(origin)] }).catch(() => false);
    }
}

/** Makes the browser run the page's script on the sites that are on, and on no others. */
export async function registerScripts(): Promise<void> {
    const { sites } = await settings();
    const on: string[] = [];
    for (const site of sites) {
        if (await allowed(site)) {
            on.push(pattern(site));
        }
    }
    const [known] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    if (on.length === 0) {
        if (known) {
            await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
        }
        return;
    }
    const script: chrome.scripting.RegisteredContentScript = {
        id: SCRIPT,
        matches: on,
        js: [FILE],
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: 'document_start',
    };
    await (known ? chrome.scripting.updateContentScripts([script]) : chrome.scripting.registerContentScripts([script]));
}

function allowed(origin: string): Promise<boolean> {
    return chrome.permissions.contains({ origins: [pattern(origin)] });
}

async function inject(tab: number): Promise<void> {
    await chrome.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: [FILE] });
}

async function stop(tab: number): Promise<void> {
    await chrome.scripting.executeScript({
        target: { tabId: tab, allFrames: true },
        func: () => globalThis.vartaniPage?.stop(),
    });
}
