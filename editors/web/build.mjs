// Puts the npm module into dist/: index.js, worker.js, their types, and vartani.wasm, which bindings/wasm/build has made:
// `node build.mjs [WASM]`.
import { cp, mkdir, rm } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(import.meta.resolve('./'));
const wasm = process.argv[2] ?? `${here}../../target/web/vartani.wasm`;

await rm(`${here}dist`, { recursive: true, force: true });
await mkdir(`${here}dist`);
await build({
    absWorkingDir: here,
    entryPoints: ['src/index.ts', 'src/worker.ts'],
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
});
execFileSync(`${here}node_modules/.bin/tsc`, ['--project', `${here}tsconfig.types.json`], { stdio: 'inherit' });
await cp(wasm, `${here}dist/vartani.wasm`);
