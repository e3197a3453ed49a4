/** The background: one checker for all tabs, and the list of sites. It keeps nothing that a restart would lose. */

import { configure } from './engine.ts';
import type { Order } from './messages.ts';
import { INSTANCE, servePages, tellPages } from './page-ports.ts';
import { registerScripts, switchSite } from './sites.ts';

servePages();

chrome.runtime.onInstalled.addListener(() => void registerScripts());
chrome.runtime.onStartup.addListener(() => void registerScripts());
chrome.permissions.onRemoved.addListener(() => void registerScripts());

// The popup may be closed by the browser's question, so it leaves behind what it wanted
chrome.permissions.onAdded.addListener(() => {
    void chrome.storage.session.get<{ wanted?: { origin: string; tab: number } }>('wanted').then(async ({ wanted }) => {
        if (wanted) {
            await chrome.storage.session.remove('wanted');
            await switchSite(wanted.origin, true, wanted.tab);
        }
    });
});

chrome.runtime.onMessage.addListener((order: Order, sender, respond) => {
    if (sender.id === chrome.runtime.id && order.order === 'instance') {
        respond(INSTANCE);
        return false;
    }
    // Only the extension's own pages give orders
    if (sender.id !== chrome.runtime.id || !sender.url?.startsWith(chrome.runtime.getURL(''))) {
        return false;
    }
    if (order.order === 'configure') {
        void configure().then(done => {
            tellPages();
            respond(done);
        });
    } else if (order.order === 'site') {
        void switchSite(order.origin, order.on, order.tab).then(() => {
            respond(true);
        });
    }
    return true;
});
