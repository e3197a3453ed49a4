/** What the tests do at their desk: open articles, wait for marks, listen. */

import { strict as assert } from 'node:assert';
import * as path from 'node:path';
import {
    commands,
    type Diagnostic,
    extensions,
    type InlayHint,
    languages,
    Range,
    type TextDocument,
    Uri,
    window,
    workspace,
} from 'vscode';
import type { Inside } from '../../src/extension.ts';
import type { State } from '../../src/server/supervisor.ts';

const PATIENCE = 20_000;
const PAUSE = 25;

/** Waits until something is there; says what was waited for if it does not come. */
export async function until<T>(
    what: string,
    look: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
    const end = Date.now() + PATIENCE;
    for (;;) {
        const found = await look();
        if (found !== undefined && found !== false) {
            return found;
        }
        assert.ok(Date.now() < end, `waited in vain for ${what}`);
        await new Promise(resolve => setTimeout(resolve, PAUSE));
    }
}

/** The extension from inside. */
export async function inside(): Promise<Inside> {
    const extension = extensions.getExtension<Inside>('vartani.vartani');
    assert.ok(extension, 'the extension is not installed');
    return extension.activate();
}

/** Waits for a state of the server. */
export async function untilState(kind: State['kind']): Promise<State> {
    const { supervisor } = await inside();
    return until(`a server that is ${kind}`, () => supervisor.state.kind === kind && supervisor.state);
}

/** The folder of the window. */
export function folder(): Uri {
    const first = workspace.workspaceFolders?.[0];
    assert.ok(first);
    return first.uri;
}

/** A file in the folder of the window. */
export function file(...names: string[]): Uri {
    return Uri.joinPath(folder(), ...names);
}

/** Writes a file. */
export async function write(uri: Uri, content: string | Uint8Array): Promise<Uri> {
    await workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    return uri;
}

let articles = 0;

/** Opens a new article outside of the folder. No two have a name in common: VS Code keeps what was typed under one. */
export async function article(content: string, extension = 'txt'): Promise<TextDocument> {
    articles += 1;
    const place = Uri.file(path.join(`${folder().fsPath}-loose`, `${articles}.${extension}`));
    const document = await workspace.openTextDocument(await write(place, content));
    await window.showTextDocument(document);
    return document;
}

/** The marks of an article: rule and marked text. */
export function marks(document: TextDocument): [string, string][] {
    return diagnostics(document).map(diagnostic => [ruleOf(diagnostic), document.getText(diagnostic.range)]);
}

/** The diagnostics of an article that are ours. */
export function diagnostics({ uri }: { uri: Uri }): Diagnostic[] {
    return languages.getDiagnostics(uri).filter(({ source }) => source === 'vartani');
}

/** The rule of a diagnostic. */
export function ruleOf({ code }: Diagnostic): string {
    return String(typeof code === 'object' ? code.value : code);
}

/** Waits until an article has exactly these marks. */
export async function untilMarks(document: TextDocument, expected: [string, string][]): Promise<void> {
    const wanted = JSON.stringify(expected);
    await until(`the marks ${wanted}`, () => JSON.stringify(marks(document)) === wanted).catch((error: unknown) => {
        throw new Error(`${String(error)}; there are ${JSON.stringify(marks(document))}`);
    });
}

async function hints(document: TextDocument): Promise<string[]> {
    const everything = document.validateRange(new Range(0, 0, document.lineCount, 0));
    const found = await commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        everything,
    );
    return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

/** Waits until there are exactly these hints between the words. */
export async function untilHints(document: TextDocument, expected: RegExp[]): Promise<void> {
    await until(`the hints ${expected.join()}`, async () => {
        const found = await hints(document);
        return found.length === expected.length && expected.every((hint, at) => hint.test(found[at] ?? ''));
    });
}

/** Hears what is told while something is done. */
export async function heard(action: () => unknown): Promise<string[]> {
    const said: string[] = [];
    const { hear } = await inside();
    const stop = hear(sentence => said.push(sentence));
    await action();
    stop();
    return said;
}

/** Sets something for the folder; `undefined` takes it away. */
export async function set(name: string, value: unknown): Promise<void> {
    await workspace.getConfiguration('vartani').update(name, value, false);
}

/** Closes all editors and throws unsaved changes away. */
export async function clear(): Promise<void> {
    while (window.activeTextEditor) {
        await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
}

/** A program that stands in for the server. */
export function standIn(name: string): string {
    const folder = process.env.VARTANI_STAND_INS;
    assert.ok(folder);
    return path.join(folder, name);
}
