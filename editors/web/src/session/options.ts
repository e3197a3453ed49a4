import type { Diagnostic, DocumentOptions, Locale } from '../types.ts';

/** How marks are shown, whatever they are shown in. */
export interface SessionOptions {
    /** How the document is read. */
    document?: DocumentOptions;
    /** The language of what is said beside the checker's messages, which are in its own: `hi` unless given. */
    locale?: Locale;
    /** Marks at the word that is being typed are held back for so long, in milliseconds: 1000 unless given. */
    typingDelay?: number;
    /** Called with all marks after each check. */
    onMarks?: (marks: readonly Diagnostic[]) => void;
    /** Called with one sentence when something is off, and with null when it works again. Writing goes on in any case. */
    onProblem?: (sentence: string | null) => void;
}
