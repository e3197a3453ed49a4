/** The findings of `vartani check --format json` as VS Code shows them. */

import { Diagnostic, DiagnosticSeverity, Position, Range, Uri, workspace } from 'vscode';
import { ruleUri } from './rule-uri.ts';
import { SOURCE } from './status.ts';

/** A place in the report: from 1, columns in characters of Unicode. */
interface Place {
    line: number;
    column: number;
}

/** A line of the report, as far as it is shown. */
export interface Finding {
    path: string;
    rule: string;
    severity: 'error' | 'warning' | 'information' | 'hint';
    message: string;
    start: Place;
    end: Place;
}

const SEVERITIES = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
};

/** Reads a report; a line that was cut off is left out. */
export function parseReport(report: string): Finding[] {
    return report.split('\n').flatMap(line => {
        try {
            return [JSON.parse(line) as Finding];
        } catch {
            return [];
        }
    });
}

/** The diagnostics of one file. */
export async function toDiagnostics(
    path: string,
    findings: Finding[],
): Promise<{ uri: Uri; diagnostics: Diagnostic[] }> {
    const uri = Uri.file(path);
    const lines = (await read(uri)).split(/\r\n|\r|\n/);
    const position = ({ line, column }: Place): Position =>
        new Position(line - 1, toUtf16(lines[line - 1] ?? '', column - 1));
    const diagnostics = findings.map(({ rule, severity, message, start, end }) => {
        const diagnostic = new Diagnostic(new Range(position(start), position(end)), message, SEVERITIES[severity]);
        diagnostic.source = SOURCE;
        diagnostic.code = { value: rule, target: ruleUri(rule) };
        return diagnostic;
    });
    return { uri, diagnostics };
}

/** A file in its encoding; empty if it is gone meanwhile. */
async function read(uri: Uri): Promise<string> {
    try {
        return await workspace.decode(await workspace.fs.readFile(uri), { uri });
    } catch {
        return '';
    }
}

/** A column in characters of Unicode as one of UTF-16, as VS Code counts. */
export function toUtf16(line: string, characters: number): number {
    let column = 0;
    for (const character of line) {
        if (characters-- <= 0) {
            break;
        }
        column += character.length;
    }
    return column;
}
