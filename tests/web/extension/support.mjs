/** Chromium with the unpacked extension, and a server with the example pages that counts what it is asked. */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAGS, WEB, chromium } from '../fields/support.mjs';

const require = createRequire(`${WEB}package.json`);
const esbuild = require('esbuild');
const EXAMPLES = `${WEB}examples/`;
const TYPES = {
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    txt: 'text/plain',
};

/** The extension, allowed on this machine without a question. */
export async function buildExtension() {
    const out = await mkdtemp(join(tmpdir(), 'vartani-extension-'));
    const wasm = `${WEB}dist/vartani.wasm`;
    if (!existsSync(wasm)) {
        throw new Error(`${wasm} is not there: build the module first, as tests/web/run does`);
    }
    execFileSync(process.execPath, [`${WEB}extension/build.mjs`, '--hosts', 'http://127.0.0.1/*', '--out', out], {
        stdio: 'inherit',
    });
    return out;
}

/** Serves pages of `examples/` and those given here, and keeps what was saved. */
export async function serve(pages = {}) {
    const saved = [];
    const asked = [];
    const server = createServer(async (request, response) => {
        const name = new URL(request.url, 'http://127.0.0.1').pathname.slice(1);
        asked.push(`${request.method} /${name}`);
        if (request.method === 'POST') {
            let body = '';
            for await (const part of request) {
                body += part;
            }
            saved.push(JSON.parse(body));
            response.end();
            return;
        }
        try {
            const body = pages[name] ?? (name.endsWith('.js') ? await script(name) : await readFile(EXAMPLES + name));
            // As strict as a CMS may be: nothing of ours may need more
            const policy = "default-src 'self'; style-src 'self'; frame-src 'self'";
            response.setHeader('Content-Type', `${TYPES[name.split('.').at(-1)]}; charset=utf-8`);
            response.setHeader('Content-Security-Policy', policy);
            response.end(body);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise(done => server.listen(0, '127.0.0.1', done));
    return {
        url: `http://127.0.0.1:${server.address().port}/`,
        saved,
        asked,
        close: () => server.close(),
    };
}

async function script(name) {
    const { outputFiles } = await esbuild.build({
        entryPoints: [EXAMPLES + name.replace(/\.js$/, '.ts')],
        bundle: true,
        write: false,
        format: 'esm',
        define: { 'process.env.NODE_ENV': '"production"' },
    });
    return outputFiles[0].text;
}

/** A browser with the extension in it. */
export async function launchWith(extension) {
    const profile = await mkdtemp(join(tmpdir(), 'vartani-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        headless: false,
        viewport: { width: 900, height: 700 },
        args: [
            '--headless=new',
            '--lang=hi',
            ...FLAGS,
            '--disable-features=DisableLoadExtensionCommandLineSwitch',
            `--disable-extensions-except=${extension}/extension/chrome`,
            `--load-extension=${extension}/extension/chrome`,
        ],
    });
    context.setDefaultTimeout(15_000);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const base = new URL('.', worker.url()).href;
    return {
        context,
        base,
        worker,
        /** Switches vartani on for a page as the popup does, and gives back the popup. */
        async switchOn(page) {
            const popup = await openPopup(context, base, page);
            await popup.locator('#on').check();
            await popup.waitForFunction(() => document.querySelector('#site').textContent.includes('चालू है'));
            return popup;
        },
        async close() {
            await context.close();
            await rm(profile, { recursive: true, force: true });
        },
    };
}

/** The popup as a page of its own, for the tab of a page. */
export async function openPopup(context, base, page) {
    const popup = await context.newPage();
    await popup.setViewportSize({ width: 380, height: 560 });
    await popup.goto(`${base}options.html`);
    const tab = await popup.evaluate(
        async url => (await chrome.tabs.query({})).find(tab => tab.url === url)?.id,
        page.url(),
    );
    await popup.goto(`${base}popup.html?tab=${tab}`);
    return popup;
}

/** The painted marks of a frame, in its window. Every world of a page has the same registry. */
export function marksIn(frame) {
    return frame.evaluate(() =>
        [...CSS.highlights].flatMap(([name, ranges]) =>
            [...ranges].map(range => {
                const { left, top, width, height } = range.getBoundingClientRect();
                return {
                    name,
                    text: range.toString(),
                    rect: { left, top, width, height },
                };
            }),
        ),
    );
}

/** Waits until the marks of a frame say something. */
export async function waitForMarks(frame, holds, timeout = 15_000) {
    const end = Date.now() + timeout;
    for (;;) {
        const found = await marksIn(frame);
        if (holds(found)) {
            return found;
        }
        if (Date.now() > end) {
            throw new Error(`the marks are ${JSON.stringify(found.map(({ text }) => text))}`);
        }
        await new Promise(done => setTimeout(done, 100));
    }
}
