/** Tests the packaged extension in real VS Code. Called by tests/editors/vscode/run. */

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { openBrowser } from './browser.ts';
import { runHostTests } from './host-run.ts';
import { getVscode, VERSIONS } from './vscode.ts';

const execute = promisify(execFile);
const here = path.resolve(import.meta.dirname, '..');

const { values } = parseArgs({
    options: {
        /** The vartani to test with. */
        binary: { type: 'string' },
        /** Where VS Code is kept, and what the run leaves behind. */
        folder: { type: 'string' },
        /** Which parts are run: newest, floor, writer. */
        only: { type: 'string', multiple: true, default: ['newest', 'floor'] },
    },
});
const { binary, folder, only } = values;
if (binary === undefined || folder === undefined) {
    throw new Error('--binary and --folder are needed');
}

/** Prints how long something took. */
async function timed<T>(what: string, work: Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work;
    console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
}

/** Packages the extension and unpacks it again, so that what is tested is what is shipped. */
async function makePackage(into: string): Promise<{ vsix: string; unpacked: string }> {
    const vsix = path.join(into, 'vartani.vsix');
    await execute(path.join(here, 'package'), ['--binary', binary ?? '', '--out', vsix]);
    await execute('python3', ['-m', 'zipfile', '-e', vsix, into]);
    const unpacked = path.join(into, 'extension');
    // Python's zipfile forgets which files are programs
    await execute('chmod', ['+x', path.join(unpacked, 'server/vartani')]);
    return { vsix, unpacked };
}

const scratch = await mkdtemp(path.join(os.tmpdir(), 'vartani-vscode-'));
try {
    await mkdir(folder, { recursive: true });
    const [newest, floor, made] = await Promise.all([
        timed('VS Code, newest', getVscode(VERSIONS.newest, folder)),
        timed('VS Code, floor', getVscode(VERSIONS.floor, folder)),
        timed('package', makePackage(scratch)),
        timed('tests', execute(process.execPath, ['esbuild.mjs', '--tests'], { cwd: here })),
    ]);
    const browser = await openBrowser();
    let failed = 0;
    for (const [name, home] of Object.entries({ newest, floor })) {
        if (only.includes(name)) {
            const workspace = path.join(scratch, name);
            await cp(path.join(here, 'test/newsroom'), workspace, { recursive: true });
            failed += await timed(
                `mocha, ${name}`,
                runHostTests(browser, {
                    home,
                    data: path.join(scratch, `data-${name}`),
                    extension: made.unpacked,
                    tests: path.join(here, 'dist/test/index.js'),
                    workspace,
                    report: path.join(folder, `mocha-${name}.txt`),
                    environment: { VARTANI_STAND_INS: path.join(here, 'test/stand-ins') },
                }),
            );
        }
    }
    await browser.close();
    process.exitCode = failed > 0 ? 1 : 0;
} finally {
    await rm(scratch, { recursive: true, force: true });
}
