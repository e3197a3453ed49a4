/** What is changed in the server's answers for VS Code. */

import { CodeAction, type Command, type Diagnostic, type Uri, type WorkspaceEdit } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient/node';
import { ruleUri } from '../rule-page.ts';

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

function touchesConfig(edit: WorkspaceEdit | undefined): Uri | undefined {
    return edit?.entries().find(([uri]) => uri.path.endsWith('/vartani.toml'))?.[0];
}

/** A choice written into vartani.toml holds once the file is saved, so it is saved with the action. */
function saveConfig(action: Command | CodeAction): void {
    if (!(action instanceof CodeAction)) {
        return;
    }
    const config = touchesConfig(action.edit);
    if (config !== undefined) {
        action.command ??= { title: '', command: SAVE, arguments: [config] };
    }
}

/** The command, known to nobody else, that saves a file. */
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
        actions?.forEach(saveConfig);
        return actions;
    },
};
