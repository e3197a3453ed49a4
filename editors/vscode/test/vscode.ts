/** Real VS Code from npm: code-server carries VS Code's own server and workbench, and only those are used. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The versions of code-server that carry the newest VS Code and the oldest that we support. */
export const VERSIONS = { newest: '4.139.1', floor: '4.100.3' } as const;

/** What needs a compiler or much room, and no test of ours. */
const NOT_NEEDED =
    /copilot|node-pty|kerberos|ripgrep-universal|devcontainers|mxc|sandbox-runtime|sqlite3|windows|fs-copyfile|ssh2|katex|languagedetection|tree-sitter/;

/** Gets one version of VS Code, once, and returns its folder. */
export async function getVscode(version: string, folder: string): Promise<string> {
    const home = path.join(folder, `vscode-${version}`);
    if (existsSync(home)) {
        return home;
    }
    const unfinished = `${home}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    const packed = await execute('npm', ['pack', '--silent', `code-server@${version}`], { cwd: folder });
    const archive = path.join(folder, packed.stdout.trim());
    await execute('tar', ['-xzf', archive, '-C', unfinished, '--strip-components=3', 'package/lib/vscode']);
    await rm(archive);
    await trim(path.join(unfinished, 'package.json'));
    await rm(path.join(unfinished, 'npm-shrinkwrap.json'), { force: true });
    await rm(path.join(unfinished, 'package-lock.json'), { force: true });
    await execute('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: unfinished });
    await rename(unfinished, home);
    return home;
}

async function trim(file: string): Promise<void> {
    const { name, version, type, dependencies, overrides } = JSON.parse(await readFile(file, 'utf8')) as Record<
        string,
        object
    >;
    const needed = Object.entries(dependencies ?? {}).filter(([dependency]) => !NOT_NEEDED.test(dependency));
    const trimmed = { name, version, type, private: true, dependencies: Object.fromEntries(needed), overrides };
    await writeFile(file, JSON.stringify(trimmed));
}

/** A server of VS Code that runs. */
export interface Server {
    url: string;
    stop: () => void;
}

/** What VS Code is started with besides its own data. */
export interface Start {
    /** Arguments. */
    more?: string[];
    environment?: NodeJS.ProcessEnv;
}

/** Starts VS Code with its own data in `data`, and waits until it can be connected to. */
export async function serve(home: string, data: string, { more = [], environment = {} }: Start = {}): Promise<Server> {
    const child = spawn(
        process.execPath,
        [
            path.join(home, 'out/server-main.js'),
            ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
            ...['--enable-smoke-test-driver', '--server-data-dir', data, '--telemetry-level', 'off'],
            ...more,
        ],
        { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } },
    );
    const port = await portOf(child);
    return {
        url: `http://127.0.0.1:${port}`,
        stop: () => {
            child.kill();
        },
    };
}

/** Installs an extension from its file. */
export async function install(home: string, data: string, vsix: string): Promise<void> {
    await execute(process.execPath, [
        path.join(home, 'out/server-main.js'),
        ...['--accept-server-license-terms', '--server-data-dir', data, '--install-extension', vsix],
    ]);
}

function portOf(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
        const said: string[] = [];
        const hear = (line: string): void => {
            said.push(line);
            const port = /listening on (\d+)/.exec(line)?.[1];
            if (port !== undefined) {
                resolve(port);
            }
        };
        for (const stream of [child.stdout, child.stderr]) {
            if (stream) {
                createInterface(stream).on('line', hear);
            }
        }
        child.once('exit', code => {
            reject(new Error(`VS Code ended with ${code ?? 'a signal'}:\n${said.join('\n')}`));
        });
    });
}
