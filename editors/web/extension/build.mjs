// Puts the extension into dist/extension/BROWSER and dist/vartani-BROWSER.zip: `node extension/build.mjs [--hosts PATTERN,…]`.
// The module must be in dist/ already (`npm run build`).
import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { manifest } from './manifest.mjs';

const here = fileURLToPath(import.meta.resolve('./'));
const { values } = parseArgs({
    options: { hosts: { type: 'string' }, wasm: { type: 'string' }, out: { type: 'string' } },
});
const wasm = values.wasm ?? `${here}../dist/vartani.wasm`;
const dist = values.out ?? `${here}../dist`;
const { version } = JSON.parse(await readFile(`${here}../package.json`, 'utf8'));

for (const browser of ['chrome', 'firefox']) {
    const out = `${dist}/extension/${browser}`;
    await rm(out, { recursive: true, force: true });
    await mkdir(out, { recursive: true });
    const options = {
        absWorkingDir: here,
        bundle: true,
        target: 'es2022',
        charset: 'utf8',
        logLevel: 'warning',
        // What is for the other browser is left out
        define: { BROWSER: JSON.stringify(browser) },
        minifySyntax: true,
    };
    await build({
        ...options,
        entryPoints: ['src/background.ts', 'src/popup.ts', 'src/options.ts'],
        outdir: out,
        format: 'esm',
    });
    // What runs in pages is one script without imports; letters are escaped, since a page's encoding is not ours
    await build({ ...options, entryPoints: ['src/content.ts'], outdir: out, format: 'iife', charset: 'ascii' });
    for (const page of ['popup.html', 'options.html', 'pages.css']) {
        await copyFile(`${here}pages/${page}`, `${out}/${page}`);
    }
    await cp(`${here}_locales`, `${out}/_locales`, { recursive: true });
    await copyFile(`${here}../../vscode/images/icon.png`, `${out}/icon.png`);
    await copyFile(wasm, `${out}/vartani.wasm`);
    const made = manifest(browser, version, values.hosts?.split(',') ?? []);
    await writeFile(`${out}/manifest.json`, `${JSON.stringify(made, null, 2)}\n`);
    if (!values.hosts) {
        const zip = `${dist}/vartani-${browser}.zip`;
        await rm(zip, { force: true });
        execFileSync('zip', ['--quiet', '-X', '-r', '-9', zip, '.'], { cwd: out, stdio: 'inherit' });
    }
}
