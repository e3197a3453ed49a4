/** Keeps the page for the next visit, with or without a network. Without a service worker it is loaded anew each time. */
export function keepForOffline(): void {
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.register('./service_worker.js', { updateViaCache: 'none' }).catch(() => undefined);
}
