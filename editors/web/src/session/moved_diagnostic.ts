/** Diagnostics of a text that has been edited since: they move along until the text is checked again. */

import type { Diagnostic, TextEdit } from '../types.ts';
import { moved } from './text_edit.ts';

/** A diagnostic after an edit, with the fixes that it left whole; null if the edit reached into its mark. */
export function movedDiagnostic(diagnostic: Diagnostic, edit: TextEdit): Diagnostic | null {
    const mark = moved(diagnostic, edit);
    return (
        mark && {
            ...mark,
            related: all(mark.related.map(place => moved(place, edit))),
            fixes: mark.fixes
                .map(fix => ({ ...fix, edits: fix.edits.map(step => moved(step, edit)) }))
                .filter((fix): fix is typeof fix & { edits: TextEdit[] } => !fix.edits.includes(null)),
        }
    );
}

/** All diagnostics that an edit left. */
export function movedDiagnostics(diagnostics: readonly Diagnostic[], edit: TextEdit): Diagnostic[] {
    return all(diagnostics.map(diagnostic => movedDiagnostic(diagnostic, edit)));
}

function all<T>(found: (T | null)[]): T[] {
    return found.filter(one => one !== null);
}
