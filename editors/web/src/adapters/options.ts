import type { DocumentOptions, Locale } from '../types.ts';

/** What all adapters take. */
export interface AdapterOptions {
    /** How the document is read. */
    document?: DocumentOptions;
    /** The language of what the adapter says by itself: `hi` unless given. Messages are in the checker's. */
    locale?: Locale;
    /** Marks at the word that is being typed are held back for so long, in milliseconds: 1000 unless given. */
    typingDelay?: number;
    /** Called with one sentence when something is off, and with null when it works again. Writing goes on in any case. */
    onProblem?: (sentence: string | null) => void;
}
