/** Checks every article in a folder and lists the marks in the Problems view. */

import { type DiagnosticCollection, Disposable, languages, type LogOutputChannel, Uri, workspace } from 'vscode';
import { type Finding, parseReport, toDiagnostics } from '../findings.ts';
import { inLocale } from '../rule-page.ts';
import { say } from '../say.ts';
import { firstLine, runCancellable } from '../server/cancellable.ts';
import type { Outcome } from '../server/run.ts';
import type { Supervisor } from '../server/supervisor.ts';
import { SECTION, settings } from '../settings.ts';
import { tell } from '../tell.ts';
import { chooseFolder } from './folders.ts';

/** The marks of articles that the server does not tell of. Once it does, they leave the list. */
export function folderMarks(): { collection: DiagnosticCollection; watching: Disposable } {
    const collection = languages.createDiagnosticCollection('vartani-folder');
    const opening = workspace.onDidOpenTextDocument(({ uri }) => {
        collection.delete(uri);
    });
    const setting = workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(SECTION)) {
            collection.clear();
        }
    });
    const deleting = workspace.onDidDeleteFiles(({ files }) => {
        files.forEach(uri => {
            collection.delete(uri);
        });
    });
    return { collection, watching: Disposable.from(collection, opening, setting, deleting) };
}

/** Returns the number of findings, or `undefined` if the folder was not checked. */
export async function checkFolder(
    { binary }: Supervisor,
    log: LogOutputChannel,
    collection: DiagnosticCollection,
    given?: Uri,
): Promise<number | undefined> {
    const folder = given ?? (await chooseFolder(say('Which folder?')));
    if (folder === undefined) {
        return undefined;
    }
    if (binary === undefined) {
        tell('error', say('There is no vartani program to ask.'));
        return undefined;
    }
    const outcome = await check(binary.path, folder);
    if (outcome === undefined) {
        return undefined;
    }
    if (outcome.stderr !== '') {
        log.warn(outcome.stderr);
    }
    const findings = parseReport(outcome.stdout);
    await list(findings, collection);
    if (outcome.code !== 0 && outcome.code !== 1) {
        tell('error', say('Not every article could be checked: {0}', firstLine(outcome.stderr)));
    } else {
        tell('information', say('{0}: {1} marks', workspace.asRelativePath(folder), findings.length), {
            title: say('Show them'),
            command: 'workbench.actions.view.problems',
        });
    }
    return findings.length;
}

function check(program: string, folder: Uri): Thenable<Outcome | undefined> {
    const { dateline } = settings();
    const day = dateline === '' ? [] : ['--dateline', dateline];
    const report = ['check', '--format', 'json', ...inLocale(), ...day, folder.fsPath];
    return runCancellable(say('vartani checks the folder'), program, report);
}

async function list(findings: Finding[], collection: DiagnosticCollection): Promise<void> {
    collection.clear();
    const paths = new Set(findings.map(({ path }) => path).filter(path => !isToldByServer(Uri.file(path))));
    for (const path of paths) {
        const { uri, diagnostics } = await toDiagnostics(
            path,
            findings.filter(finding => finding.path === path),
        );
        collection.set(uri, diagnostics);
    }
}

/** The server tells of open articles, and of closed ones in open folders unless it shall not. */
function isToldByServer(uri: Uri): boolean {
    const isOpen = workspace.textDocuments.some(document => document.uri.fsPath === uri.fsPath);
    return isOpen || (settings().workspaceDiagnostics && workspace.getWorkspaceFolder(uri) !== undefined);
}
