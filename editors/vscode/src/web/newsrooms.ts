/** A checker for each newsroom: the nearest `vartani.toml` upwards from an article, and the actor files that it names. */

import { parse } from 'smol-toml';
import { type LogOutputChannel, Uri, workspace } from 'vscode';
import { createChecker } from '../../../web/src/checker.ts';
import type { Checker, CheckerOptions, NamedText } from '../../../web/src/types.ts';
import { settings } from '../settings.ts';

const CONFIG = 'vartani.toml';

/** Maximum size of a file of a newsroom, in bytes. */
const MAX_FILE = 8 << 20;

export class Newsrooms {
    readonly #module: WebAssembly.Module;
    readonly #log: LogOutputChannel;
    /** By the address of the configuration, or by '' for articles without one. */
    readonly #checkers = new Map<string, Promise<Checker>>();

    private constructor(module: WebAssembly.Module, log: LogOutputChannel) {
        this.#module = module;
        this.#log = log;
    }

    /** Compiles the module that came along with the extension. */
    static async load(extension: Uri, log: LogOutputChannel): Promise<Newsrooms> {
        const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'vartani.wasm'));
        return new Newsrooms(await WebAssembly.compile(new Uint8Array(bytes)), log);
    }

    /** The checker for an article. */
    async of(article: Uri): Promise<Checker> {
        const config = await nearest(article);
        const key = config?.toString() ?? '';
        let checker = this.#checkers.get(key);
        if (checker === undefined) {
            checker = this.#start(config);
            this.#checkers.set(key, checker);
        }
        return checker;
    }

    /** Ends all checkers: files or settings are others now. */
    async forget(): Promise<void> {
        const checkers = [...this.#checkers.values()];
        this.#checkers.clear();
        for (const checker of await Promise.allSettled(checkers)) {
            if (checker.status === 'fulfilled') {
                checker.value.dispose();
            }
        }
    }

    dispose(): void {
        void this.forget();
    }

    async #start(config: Uri | undefined): Promise<Checker> {
        const options: CheckerOptions = { ...localeOption(), ...(config && (await files(config))) };
        const checker = await createChecker({
            wasm: this.#module,
            ...localeOption(),
            onTrouble: sentence => {
                this.#log.warn(sentence);
            },
        });
        for (const { file, line, column, message } of await checker.configure(options)) {
            this.#log.warn(`${file}:${line}:${column}: ${message}`);
        }
        return checker;
    }
}

function localeOption(): { locale?: 'hi' | 'en' } {
    const { locale } = settings();
    return locale === undefined ? {} : { locale };
}

/** The nearest configuration in the article's folder or above, inside the workspace, once somebody trusts that. */
async function nearest(article: Uri): Promise<Uri | undefined> {
    const root = workspace.getWorkspaceFolder(article)?.uri;
    if (root === undefined || !workspace.isTrusted) {
        return undefined;
    }
    let folder = Uri.joinPath(article, '..');
    while (folder.path.startsWith(root.path)) {
        const config = Uri.joinPath(folder, CONFIG);
        if (await exists(config)) {
            return config;
        }
        const above = Uri.joinPath(folder, '..');
        if (above.path === folder.path) {
            break;
        }
        folder = above;
    }
    return undefined;
}

async function exists(file: Uri): Promise<boolean> {
    try {
        await workspace.fs.stat(file);
        return true;
    } catch {
        return false;
    }
}

/** The texts of a configuration and of the actor files beside or below it. */
async function files(config: Uri): Promise<Pick<CheckerOptions, 'config' | 'actors'>> {
    const text = await read(config);
    if (text === undefined) {
        return {};
    }
    const actors: NamedText[] = [];
    for (const name of actorFiles(text)) {
        const file = name.split('/').includes('..') ? undefined : await read(Uri.joinPath(config, '..', name));
        if (file !== undefined) {
            actors.push({ name, text: file });
        }
    }
    return { config: { name: CONFIG, text }, actors };
}

/** What a configuration names as actor files; the checker tells what is wrong with a configuration that cannot be parsed. */
function actorFiles(text: string): string[] {
    try {
        const { actors } = parse(text);
        return Array.isArray(actors) ? actors.filter(name => typeof name === 'string') : [];
    } catch {
        return [];
    }
}

async function read(file: Uri): Promise<string | undefined> {
    try {
        const bytes = await workspace.fs.readFile(file);
        return bytes.length > MAX_FILE ? undefined : new TextDecoder().decode(bytes);
    } catch {
        return undefined;
    }
}
