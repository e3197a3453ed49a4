/** What is changed in the server's answers for VS Code. */

import { CodeAction, type Diagnostic, type TextDocument, type Uri } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient/node';
import { isEnabled, isFileEnabled } from '../enabled.ts';
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

/** A question about a document, with what asks the server at the end. */
type Question = (document: TextDocument, ...rest: unknown[]) => unknown;

/** What is asked about documents and answered with nothing where an article is not checked. */
const ASKED = [
    'provideHover',
    'provideCompletionItem',
    'provideCodeLenses',
    'provideInlayHints',
    'provideDocumentSemanticTokens',
    'provideDocumentSemanticTokensEdits',
    'provideDocumentRangeSemanticTokens',
    'provideDocumentHighlights',
    'provideDocumentSymbols',
    'provideDefinition',
    'provideReferences',
    'provideFoldingRanges',
    'provideSelectionRanges',
    'prepareRename',
    'provideRenameEdits',
    'provideDocumentFormattingEdits',
    'provideLinkedEditingRange',
] as const satisfies (keyof Middleware)[];

const onlyIfEnabled: Question = (document, ...rest) => {
    const next = rest.pop() as Question;
    return isEnabled(document) ? next(document, ...rest) : undefined;
};

/** No mark, for a file that is not checked. */
function nothing(): vsdiag.FullDocumentDiagnosticReport {
    return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
}

/** Marks of closed files, without those in files that are not checked. */
function checked(reports: vsdiag.WorkspaceDocumentDiagnosticReport[]): vsdiag.WorkspaceDocumentDiagnosticReport[] {
    linkAll(reports);
    return reports.map(report => (isFileEnabled(report.uri) ? report : { ...nothing(), uri: report.uri, version: null }));
}

export const middleware: Middleware = {
    ...(Object.fromEntries(ASKED.map(name => [name, onlyIfEnabled])) as Middleware),
    handleDiagnostics: (uri, diagnostics, next) => {
        diagnostics.forEach(linkToPage);
        next(uri, isOwn(uri) || isFileEnabled(uri) ? diagnostics : []);
    },
    provideDiagnostics: async (document, previous, token, next) => {
        if ('languageId' in document ? !isEnabled(document) : !isFileEnabled(document)) {
            return nothing();
        }
        const report = await next(document, previous, token);
        linkAll(report ? [report] : []);
        return report;
    },
    provideWorkspaceDiagnostics: async (previous, token, listen, next) => {
        const report = await next(previous, token, part => {
            listen(part && { items: checked(part.items) });
        });
        return report && { items: checked(report.items) };
    },
    provideCodeActions: async (document, range, context, token, next) => {
        if (!isEnabled(document)) {
            return undefined;
        }
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
