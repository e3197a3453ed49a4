// Answers from what was kept at the first visit. All files of one version are kept together and stay together: a new version
// is used from the first visit at which no page of the old one is open.
/* global self, caches, fetch, Request, URL, VERSION, FILES */

const CACHE = `vartani-${VERSION}`;

self.addEventListener('install', event => {
    const fresh = FILES.map(file => new Request(file, { cache: 'no-cache' }));
    event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(fresh)));
});

self.addEventListener('activate', event => {
    const forget = async () => {
        for (const name of await caches.keys()) {
            if (name.startsWith('vartani-') && name !== CACHE) await caches.delete(name);
        }
        await self.clients.claim();
    };
    event.waitUntil(forget());
});

self.addEventListener('fetch', event => {
    const { request } = event;
    if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
    const answer = async () => {
        const cache = await caches.open(CACHE);
        const kept = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
        return kept ?? fetch(request);
    };
    event.respondWith(answer());
});
