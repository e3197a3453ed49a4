/** What is changed in the server's answers for VS Code. */

import { CodeAction, type Diagnostic, type Uri } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient/node';
import { ruleUri } from '../rule-uri.ts';

/** Marks link to the page of their rule that the server itself prints: it needs no network. */
function linkToPage(diagnostic: Diagnostic): void {
    const { code } = diagnostic;
    if (typeof code === 'object' && code.target.scheme !== 'command') {
        code.target = ruleUri(String(code.value));
    }
}

function linkAll(reports: vsdiag.DocumentDiagnosticReport[]): void {
    for (const report of reports) {
        if (report.kind === vsdiag.DocumentDiagnosticReportKind.full) {
            report.items.forEach(linkToPage);
        }
    }
}

/** Whether a file is `vartani.toml`, an actor file or the user's own dictionary. */
function isOwn({ path }: Uri): boolean {
    return path.endsWith('.toml') || path.endsWith('/vartani/dictionary.txt');
}

/** What is written into files of the newsroom's or the user's own holds once they are saved, so they are saved with the action. */
function saveOwnFiles(action: CodeAction): void {
    const own = action.edit?.entries().map(([uri]) => uri).filter(isOwn) ?? [];
    if (own.length > 0) {
        action.command ??= { title: '', command: SAVE, arguments: own };
    }
}

/** The command, known to nobody else, that saves files. */
export const SAVE = 'vartani.internal.save';

export const middleware: Middleware = {
    handleDiagnostics: (uri, diagnostics, next) => {
        diagnostics.forEach(linkToPage);
        next(uri, diagnostics);
    },
    provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        linkAll(report ? [report] : []);
        return report;
    },
    provideWorkspaceDiagnostics: async (previous, token, listen, next) => {
        const report = await next(previous, token, part => {
            linkAll(part?.items ?? []);
            listen(part);
        });
        linkAll(report?.items ?? []);
        return report;
    },
    provideCodeActions: async (document, range, context, token, next) => {
        const actions = await next(document, range, context, token);
        actions?.filter(action => action instanceof CodeAction).forEach(saveOwnFiles);
        return actions;
    },
    resolveCodeAction: async (action, token, next) => {
        const resolved = await next(action, token);
        if (resolved) {
            saveOwnFiles(resolved);
        }
        return resolved;
    },
};
