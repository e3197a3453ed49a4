/** Chromium with the unpacked extension, and a server with the example pages that counts what it is asked. */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, CHROMIUM, FLAGS, marksIn, require, serve, WEB } from '../browser.mjs';

export { marksIn } from '../browser.mjs';
const esbuild = require('esbuild');
const EXAMPLES = `${WEB}examples/`;

/** As strict as a CMS may be: nothing of ours may need more. */
const POLICY = "default-src 'self'; style-src 'self'; frame-src 'self'";

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
export async function servePages(pages = {}) {
    const saved = [];
    async function answer(path, request) {
        if (request.method === 'POST') {
            saved.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
            return '';
        }
        const name = path.slice(1);
        return pages[name] ?? (name.endsWith('.js') ? await script(name) : await readFile(EXAMPLES + name));
    }
    return { ...(await serve(answer, { 'content-security-policy': POLICY })), saved };
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
        executablePath: CHROMIUM,
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
