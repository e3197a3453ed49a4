/** Builds the example pages into `dist/examples/`, from where any file server serves them. */

import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { URL, fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
export const OUT = fileURLToPath(new URL('../dist/examples/', import.meta.url));

/** Builds all pages, or those of the given names. */
export async function buildExamples(names) {
    await mkdir(OUT, { recursive: true });
    const files = await readdir(HERE);
    const pages = files.filter(file => file.endsWith('.html') && (names?.includes(basename(file, '.html')) ?? true));
    const styles = files.filter(file => file.endsWith('.css'));
    await Promise.all([...pages, ...styles].map(file => copyFile(join(HERE, file), join(OUT, file))));
    await build({
        entryPoints: {
            ...Object.fromEntries(
                pages.map(page => [basename(page, '.html'), join(HERE, page.replace('.html', '.ts'))]),
            ),
            ...(pages.includes('monaco.html') && { 'editor.worker': 'monaco-editor/editor/editor.worker.js' }),
        },
        absWorkingDir: HERE,
        outdir: OUT,
        bundle: true,
        format: 'esm',
        target: 'es2022',
        sourcemap: true,
        loader: { '.ttf': 'file' },
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'warning',
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExamples();
