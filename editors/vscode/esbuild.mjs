// Bundles the extension into dist/, and with --tests the mocha tests into dist/test/.
import { build } from 'esbuild';

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
} else {
    const minify = process.argv.includes('--production');
    await build({ ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify });
}
