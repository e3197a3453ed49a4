// Puts the page into dist/page: `node page/build.mjs`, after the module was built. It is static: any file server shows it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(import.meta.resolve('./'));
const web = fileURLToPath(import.meta.resolve('../'));
const MODULE = ['index.js', 'worker.js', 'vartani.wasm'];

/** Builds the page with the module in `module` into `out`. */
export async function buildPage({ module = `${web}dist`, out = `${web}dist/page` } = {}) {
    for (const file of MODULE) {
        if (!existsSync(`${module}/${file}`)) throw new Error(`${module}/${file} is missing: build the module first`);
    }
    await rm(out, { recursive: true, force: true });
    await mkdir(`${out}/vartani`, { recursive: true });
    for (const file of MODULE) await cp(`${module}/${file}`, `${out}/vartani/${file}`);
    for (const file of ['index.html', 'manifest.webmanifest']) await cp(here + file, `${out}/${file}`);
    await cp(`${web}../vscode/images/icon.svg`, `${out}/icon.svg`);
    const options = {
        absWorkingDir: here,
        outdir: out,
        bundle: true,
        charset: 'utf8',
        logLevel: 'warning',
        minify: true,
    };
    await build({ ...options, entryPoints: ['main.ts'], format: 'esm', target: 'es2022' });
    await build({ ...options, entryPoints: ['early.ts', 'style.css'] });
    const { files, version } = await contents(out);
    const define = { VERSION: JSON.stringify(version), FILES: JSON.stringify(['./', ...files]) };
    await build({ ...options, entryPoints: ['service_worker.js'], define });
}

/** The files of the page, and a name for exactly these. */
async function contents(out) {
    const found = await readdir(out, { recursive: true, withFileTypes: true });
    const files = found
        .filter(entry => entry.isFile())
        .map(entry => `${entry.parentPath}/${entry.name}`.slice(out.length + 1))
        .filter(file => file !== 'index.html')
        .sort();
    const hash = createHash('sha256');
    for (const file of ['index.html', ...files]) hash.update(file).update(await readFile(`${out}/${file}`));
    return { files, version: hash.digest('hex').slice(0, 16) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();
