/** How a field is attached. */

import type { Diagnostic, DocumentOptions, Locale } from '../types.ts';
import type { Sentence } from './sentences.ts';

export interface FieldOptions {
    /** The language of what is said beside the checker's messages; `hi` unless given. */
    locale?: Locale;
    /** How the text is read. */
    document?: DocumentOptions;
    /** Whether cards are shown on hover and Alt+Enter; yes unless given. */
    cards?: boolean;
    /** Told after each check. */
    onMarks?: (marks: readonly Diagnostic[]) => void;
    /** Told when something is off; `sentence` says it in words. */
    onProblem?: (problem: Sentence) => void;
    /** What the ids of documents begin with, where several pages share a checker. */
    idPrefix?: string;
}
