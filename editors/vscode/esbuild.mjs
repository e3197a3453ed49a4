// Bundles the extension into dist/, with --web the one for a VS Code that runs no programs, and with --tests the mocha tests
// into dist/test/.
import { build } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';

const common = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    // UMD builds hide what they require from the bundler
    mainFields: ['module', 'main'],
    logLevel: 'warning',
};

if (process.argv.includes('--tests')) {
    await build({ ...common, entryPoints: ['test/host/index.ts'], outfile: 'dist/test/index.js', sourcemap: 'inline' });
} else if (process.argv.includes('--web')) {
    const { metafile } = await build({
        ...common,
        platform: 'browser',
        entryPoints: ['src/web/extension.ts'],
        outfile: 'dist/web.js',
        minify: true,
        metafile: true,
        // The module's bytes are given, never looked for beside the script
        logOverride: { 'empty-import-meta': 'silent' },
    });
    await writeFile('dist/LICENSES.txt', await licences(Object.keys(metafile.inputs)));
} else {
    const minify = process.argv.includes('--production');
    const { metafile } = await build({
        ...common,
        entryPoints: ['src/extension.ts'],
        outfile: 'dist/extension.js',
        minify,
        metafile: true,
    });
    await writeFile('dist/LICENSES.txt', await licences(Object.keys(metafile.inputs)));
}

/** The licences of the packages that these files are from. */
async function licences(files) {
    const packages = new Set(files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
    const texts = [...packages].sort().map(async folder => {
        const name = (await readdir(folder)).find(file => /^licen[cs]e/i.test(file));
        const text =
            name === undefined
                ? `package.json: ${JSON.parse(await readFile(path.join(folder, 'package.json'))).license}`
                : await readFile(path.join(folder, name), 'utf8');
        return `${folder.replace(/^.*node_modules\//, '')}\n\n${text.trim()}\n`;
    });
    return (await Promise.all(texts)).join('\n----\n\n');
}
