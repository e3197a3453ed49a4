/** Tests the packaged extension in real VS Code. Called by tests/editors/vscode/run. */

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { runHostTests } from './host-run.ts';
import { getVscode, VERSIONS } from './vscode.ts';
import { takePictures } from './pictures.ts';
import { runRoots } from './roots.ts';
import { runTyping } from './typing.ts';
import { runWeb } from './web.ts';
import { runWriter } from './writer.ts';

const here = path.resolve(import.meta.dirname, '..');

const { values } = parseArgs({
    options: {
        /** The vartani to test with. */
        binary: { type: 'string' },
        /** Where VS Code is kept, and what the run leaves behind. */
        folder: { type: 'string' },
        /** Has the pictures taken replace those of the README. */
        'update-pictures': { type: 'boolean' },
        /** Which parts are run. */
        only: { type: 'string', multiple: true, default: ['lint', 'newest', 'floor', 'writer', 'web', 'typing'] },
        /** How many words of an article are typed. */
        words: { type: 'string', default: '60' },
    },
});
const { binary, folder, only, words } = values;
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

/** Gets a VS Code, or ends the run as one that cannot be done here. */
function had(name: keyof typeof VERSIONS): Promise<string> {
    return getVscode(VERSIONS[name], folder ?? '').catch((error: unknown) => {
        console.log(`skipped: VS Code ${VERSIONS[name]} cannot be had from npm: ${String(error)}`);
        process.exit(77);
    });
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

/** Packages the extension for a VS Code that runs no programs; nothing where the module cannot be built here. */
async function makeWebPackage(into: string): Promise<string | undefined> {
    await mkdir(into);
    const vsix = path.join(into, 'vartani-web.vsix');
    try {
        await execute(path.join(here, 'package'), ['--platform', 'web', '--out', vsix]);
    } catch (error) {
        if (String(error).includes('skipped:')) {
            console.log(`without a program: ${String(error)}`);
            return undefined;
        }
        throw error;
    }
    await execute('python3', ['-m', 'zipfile', '-e', vsix, into]);
    return path.join(into, 'extension');
}

/** Runs a program; its words are the reason if it fails. */
async function execute(program: string, arguments_: string[]): Promise<void> {
    await promisify(execFile)(program, arguments_, { cwd: here }).catch((error: unknown) => {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        throw new Error(`${program} ${arguments_.join(' ')}\n${stdout}${stderr}`);
    });
}

/** Runs the mocha tests in one VS Code, on a newsroom of its own. */
async function runMocha(browser: Browser, name: string, home: string, extension: string): Promise<number> {
    const workspace = path.join(scratch, name);
    await cp(path.join(here, 'test/newsroom'), workspace, { recursive: true });
    return runHostTests(browser, {
        home,
        data: path.join(scratch, `data-${name}`),
        extension,
        tests: path.join(here, 'dist/test/index.js'),
        workspace,
        report: path.join(folder ?? '', `mocha-${name}.txt`),
        environment: {
            VARTANI_STAND_INS: path.join(here, 'test/stand-ins'),
            VARTANI_EXTENSION: here,
            // Nobody's own dictionary is touched
            XDG_CONFIG_HOME: path.join(scratch, `config-${name}`),
            VARTANI_REAL: path.join(extension, 'server/vartani'),
        },
    });
}

const scratch = await mkdtemp(path.join(os.tmpdir(), 'vartani-vscode-'));
try {
    await mkdir(folder, { recursive: true });
    const [newest, floor, made] = await Promise.all([
        timed('VS Code, newest', had('newest')),
        only.includes('floor') ? timed('VS Code, floor', had('floor')) : '',
        timed('package', makePackage(scratch)),
        execute(process.execPath, ['esbuild.mjs', '--tests']),
        only.includes('lint') && timed('types and lint', execute('npm', ['run', '--silent', 'check'])),
    ]);
    const browser = await openBrowser();
    const homes = Object.entries({ newest, floor }).filter(([name]) => only.includes(name));
    const codes = await Promise.all(
        homes.map(([name, home]) => timed(`mocha, ${name}`, runMocha(browser, name, home, made.unpacked))),
    );
    if (only.includes('writer')) {
        const pictures = path.join(folder, 'pictures');
        await mkdir(pictures, { recursive: true });
        const run = { home: newest, scratch, vsix: made.vsix, pictures };
        await timed('a writer, newest', runWriter(browser, { ...run, articles: path.join(here, 'test/writer') }));
        await timed('pictures', takePictures(browser, { ...run, articles: path.join(here, 'test/looks') }));
        await timed('two folders', runRoots(browser, { ...run, articles: path.join(here, 'test/roots') }));
        if (values['update-pictures']) {
            await cp(pictures, path.join(here, 'images'), { recursive: true });
        }
    }
    if (only.includes('web')) {
        const pictures = path.join(folder, 'pictures');
        await mkdir(pictures, { recursive: true });
        const run = { home: newest, scratch, vsix: '', pictures, articles: path.join(here, 'test/roots') };
        const extension = await makeWebPackage(path.join(scratch, 'web-package'));
        if (extension !== undefined) {
            await timed('without a program, newest', runWeb(browser, run, extension));
        }
    }
    if (only.includes('typing')) {
        const pictures = path.join(folder, 'pictures');
        await mkdir(pictures, { recursive: true });
        const run = { home: newest, scratch, vsix: made.vsix, pictures, articles: '' };
        await timed('typing, newest', runTyping(browser, run, Number(words)));
    }
    await browser.close();
    process.exitCode = codes.every(code => code === 0) ? 0 : 1;
} finally {
    await rm(scratch, { recursive: true, force: true });
}
