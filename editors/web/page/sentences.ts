import type { Diagnostic, Fault, Locale, TextEdit } from '../src/types.ts';
import { BY_SEVERITY, severityName } from '../src/ui/words.ts';

/** Maximum number of edits that the sentence about safe fixes names. */
const MAX_NAMED = 4;

const HINDI_PLURALS = { error: 'ग़लतियाँ', warning: 'चेतावनियाँ', information: 'सूचनाएँ', hint: 'संकेत' };

/** How many marks there are, by severity: “1 ग़लती, 3 चेतावनियाँ”. */
export function markCount(diagnostics: readonly Diagnostic[], locale: Locale): string {
    const parts = BY_SEVERITY.flatMap(severity => {
        const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
        if (count === 0) return [];
        const one = severityName(severity, locale);
        const several = locale === 'hi' ? HINDI_PLURALS[severity] : severity === 'information' ? one : `${one}s`;
        return [`${count} ${count === 1 ? one : several}`];
    });
    return parts.join(', ');
}

/** How many words an article has. */
export function wordCount(text: string, locale: Locale): string {
    const count = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu)?.length ?? 0;
    return locale === 'hi' ? `${count} शब्द` : count === 1 ? '1 word' : `${count} words`;
}

/** What the safe fixes changed in `text`. */
export function fixesMade(text: string, edits: readonly TextEdit[], locale: Locale): string {
    const named = edits.slice(0, MAX_NAMED).map(edit => changed(text, edit, locale));
    const more = edits.length - named.length;
    if (more > 0) named.push(locale === 'hi' ? `और ${more}` : `and ${more} more`);
    const what = named.join(', ');
    if (locale === 'en') {
        return `${edits.length} safe ${edits.length === 1 ? 'fix' : 'fixes'}: ${what}. Ctrl+Z takes ${edits.length === 1 ? 'it' : 'them'} back.`;
    }
    return edits.length === 1
        ? `1 पक्का सुधार हुआ: ${what}। Ctrl+Z से वापस।`
        : `${edits.length} पक्के सुधार हुए: ${what}। Ctrl+Z से वापस।`;
}

/** What one edit changed, with the whole word around it. */
function changed(text: string, edit: TextEdit, locale: Locale): string {
    const letters = /[\p{L}\p{M}\p{N}\u200c\u200d]+$/u.exec(text.slice(Math.max(0, edit.start - 40), edit.start));
    const rest = /^[\p{L}\p{M}\p{N}\u200c\u200d]+/u.exec(text.slice(edit.end, edit.end + 40));
    const before = `${letters?.[0] ?? ''}${text.slice(edit.start, edit.end)}${rest?.[0] ?? ''}`;
    const after = `${letters?.[0] ?? ''}${edit.insert}${rest?.[0] ?? ''}`;
    const [old, now] = [shown(before), shown(after)];
    if (now === '') return locale === 'hi' ? `“${old}” हटा` : `“${old}” removed`;
    if (old === '') return locale === 'hi' ? `“${now}” जुड़ा` : `“${now}” added`;
    return `“${old}” → “${now}”`;
}

/** Text as one short line, with blanks at its ends made visible where it is nothing else. */
function shown(text: string): string {
    const line = text.replace(/\s+/gu, ' ').trim() || text.replace(/\s/gu, '␣');
    return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Where a file is wrong, and how. */
export function faultSentence(fault: Fault, locale: Locale): string {
    const place =
        locale === 'hi'
            ? `${fault.file}, लाइन ${fault.line}, कॉलम ${fault.column}`
            : `${fault.file}, line ${fault.line}, column ${fault.column}`;
    return `${place}: ${fault.message}`;
}

/** That a file is none of those that the page takes. */
export function notTaken(name: string, locale: Locale): string {
    return locale === 'hi'
        ? `“${name}” नहीं ली गई: vartani.toml, नामों की .toml फ़ाइल या dictionary.txt दें।`
        : `“${name}” was not taken: give vartani.toml, an actor file (.toml) or dictionary.txt.`;
}

/** That files were taken. */
export function filesTaken(names: readonly string[], locale: Locale): string {
    const list = names.join(', ');
    return locale === 'hi' ? `फ़ाइल ली गई: ${list}।` : `Taken: ${list}.`;
}
