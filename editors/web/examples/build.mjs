/**
 * Builds the example pages, with the module of `dist/` beside them, into `target/web/examples`, from where any file server
 * serves them: `node examples/build.mjs`.
 */

import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { URL, fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MODULE = join(HERE, '../dist');
export const OUT = resolve(HERE, '../../..', process.env.CARGO_TARGET_DIR ?? 'target', 'web/examples');

/** The module is one file for all pages. */
const moduleBeside = {
    name: 'module',
    setup(build) {
        build.onResolve({ filter: /\/src\/index\.ts$/ }, () => ({ path: './index.js', external: true }));
    },
};

/** Builds all pages, or those of the given names. */
export async function buildExamples(names) {
    await mkdir(OUT, { recursive: true });
    const files = await readdir(HERE);
    const styles = files.filter(file => file.endsWith('.css'));
    const pages = files
        .filter(file => file.endsWith('.html'))
        .map(file => basename(file, '.html'))
        .filter(name => names?.includes(name) ?? true);
    await Promise.all([
        ...[...pages.map(page => `${page}.html`), ...styles].map(file => copyFile(join(HERE, file), join(OUT, file))),
        ...['index.js', 'worker.js', 'vartani.wasm'].map(file => copyFile(join(MODULE, file), join(OUT, file))),
    ]);
    await build({
        entryPoints: {
            ...Object.fromEntries(pages.map(page => [page, `./${page}.ts`])),
            ...(pages.includes('monaco') && { 'editor.worker': 'monaco-editor/editor/editor.worker.js' }),
            ...(pages.includes('codemirror-lsp') && { 'lsp-worker': '../src/adapters/lsp_worker.ts' }),
        },
        absWorkingDir: HERE,
        outdir: OUT,
        bundle: true,
        format: 'esm',
        target: 'es2022',
        loader: { '.ttf': 'file' },
        plugins: [moduleBeside],
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'warning',
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExamples();
