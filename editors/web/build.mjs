// Puts the npm module into dist/: index.js, worker.js, their types, and vartani.wasm, which bindings/wasm/build has made:
// `node build.mjs [WASM]`.
import { cp, mkdir, rm } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ADAPTERS = ['prosemirror', 'tiptap', 'codemirror', 'codemirror_lsp', 'lsp_worker', 'quill', 'lexical', 'monaco'];
const here = fileURLToPath(import.meta.resolve('./'));
const wasm = process.argv[2] ?? `${here}../../target/web/vartani.wasm`;

await rm(`${here}dist`, { recursive: true, force: true });
await mkdir(`${here}dist`);
const options = {
    absWorkingDir: here,
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
};
await build({ ...options, entryPoints: ['src/index.ts', 'src/worker.ts'] });
// Fields and adapters, which share what is ours and find the packages of their editors where the page has them
await build({
    ...options,
    entryPoints: {
        fields: 'src/fields/index.ts',
        ...Object.fromEntries(ADAPTERS.map(name => [name.replace('_', '-'), `src/adapters/${name}.ts`])),
    },
    packages: 'external',
    splitting: true,
    chunkNames: 'shared-[hash]',
});
execFileSync(`${here}node_modules/.bin/tsc`, ['--project', `${here}tsconfig.types.json`], { stdio: 'inherit' });
await cp(wasm, `${here}dist/vartani.wasm`);
