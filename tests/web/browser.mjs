/** What all tests on pages share: Debian's Chromium, and a server on this machine. */

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const WEB = fileURLToPath(new URL('../../editors/web/', import.meta.url));
export const require = createRequire(`${WEB}package.json`);
export const { chromium } = require('playwright-core');

/** The script of axe, which a page is given. */
export const AXE = require.resolve('axe-core/axe.min.js');

export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';

/** What Chromium needs in a container; it is cut off from every network. */
export const FLAGS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.webmanifest': 'application/manifest+json',
};

export function launch() {
    return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Serves what `answer` gives for a path and a request; where it throws, there is nothing. `asked` is what was asked for. */
export async function serve(answer, headers = {}) {
    const asked = [];
    const server = createServer(async (request, response) => {
        const path = new URL(request.url, 'http://127.0.0.1').pathname.replace(/\/$/, '/index.html');
        asked.push(`${request.method} ${path}`);
        try {
            const body = await answer(path, request);
            const type = TYPES[extname(path)] ?? 'application/octet-stream';
            response.writeHead(200, { 'content-type': type, ...headers }).end(body);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise(done => server.listen(0, '127.0.0.1', done));
    return {
        url: `http://127.0.0.1:${server.address().port}/`,
        asked,
        disconnect: () => server.closeAllConnections(),
        close() {
            server.close();
            server.closeAllConnections();
        },
    };
}

/** The marks that are painted in a page or a frame, with their places in its window. Every world of a page sees the same. */
export function marksIn(frame) {
    return frame.evaluate(() =>
        [...CSS.highlights].flatMap(([name, ranges]) =>
            [...ranges].map(range => {
                const { left, top, width, height } = range.getBoundingClientRect();
                return { name, text: range.toString(), rect: { left, top, width, height } };
            }),
        ),
    );
}

/** Asks again until nothing is thrown: on a busy machine a page takes its time. */
export async function eventually(check) {
    const deadline = Date.now() + 20_000;
    for (;;) {
        try {
            return await check();
        } catch (error) {
            if (Date.now() > deadline) throw error;
            await new Promise(done => setTimeout(done, 100));
        }
    }
}
