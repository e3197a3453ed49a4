/**
 * What the module tells and is told. All offsets count UTF-16 code units, as JavaScript's strings do, and ranges are
 * half-open. Dates are ISO (`2026-11-28`).
 */

/** The language of messages. */
export type Locale = 'hi' | 'en';

/** How the markup of a document is read. */
export type Format = 'plain' | 'markdown' | 'html';

/** From certainly wrong (`error`) to a matter of style (`hint`). */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A file that a newsroom keeps: its name, which faults mention, and its text. */
export interface NamedText {
    name: string;
    text: string;
}

/** What a newsroom decided, as the files in which it decided it. */
export interface NewsroomFiles {
    /** The text of `vartani.toml`. */
    config?: NamedText;
    /** The newsroom's actor files. */
    actors?: NamedText[];
    /** The user's own words, one a line. */
    dictionary?: string;
}

/** What is wrong with a file of the newsroom; the rest of the file holds. */
export interface Fault {
    file: string;
    /** From 1; the column counts characters. */
    line: number;
    column: number;
    message: string;
}

export interface CheckerOptions extends NewsroomFiles {
    /** `hi` unless given. */
    locale?: Locale;
    /** The day on which the writer writes; the day of the browser's clock unless given, none if empty. */
    today?: string;
}

export interface DocumentOptions {
    /** `plain` unless given. */
    format?: Format;
    /** The day from which the article is written, where the article does not say it itself. */
    dateline?: string;
    /** A file name, for what `vartani.toml` says of paths and for a date in it. */
    name?: string;
}

/** `start..end` is replaced by `insert`. */
export interface TextEdit {
    start: number;
    end: number;
    insert: string;
}

export interface Related {
    start: number;
    end: number;
    message: string;
}

export interface Fix {
    title: string;
    /** A safe fix cannot change what the article says, and writes only known words. */
    safe: boolean;
    /** In the order of the text, without overlaps. */
    edits: TextEdit[];
}

export interface Diagnostic {
    /** As `date/weekday`. */
    rule: string;
    severity: Severity;
    message: string;
    start: number;
    end: number;
    /** The marked text. */
    text: string;
    related: Related[];
    fixes: Fix[];
}

/** The diagnostics of one version of a document. */
export interface Diagnostics {
    /** The version that the document had: 1 when opened, one more with every edit. */
    version: number;
    diagnostics: Diagnostic[];
}

/** What is known of a place in the text. */
export interface Card {
    start: number;
    end: number;
    /** Markdown: paragraphs, emphasis, lists and links. */
    markdown: string;
}

export interface Completion {
    label: string;
    /** A few words beside the label: the office, the country. */
    detail: string;
    edit: TextEdit;
}

/**
 * A checker: a newsroom, and the documents that are open with it. Every call is answered in the order of the calls. A call
 * for a document that is not open is refused with an error.
 */
export interface Checker {
    /** Opens a document, or opens it anew. `id` is the caller's. */
    open(id: string, text: string, options?: DocumentOptions): Promise<Diagnostics>;
    /** Edits a document. Offsets of each edit count in the text that the edits before it left. */
    edit(id: string, edits: TextEdit[]): Promise<Diagnostics>;
    /** The diagnostics of the document as it is. */
    diagnostics(id: string): Promise<Diagnostics>;
    hover(id: string, offset: number): Promise<Card | null>;
    complete(id: string, offset: number): Promise<Completion[]>;
    /** The edits of all safe fixes: in the order of the text, without overlaps, offsets in the text as it is. */
    fix(id: string): Promise<TextEdit[]>;
    close(id: string): Promise<void>;
    /** Takes other files, another locale or another day. Open documents are read again. */
    configure(options: CheckerOptions): Promise<Fault[]>;
    /** Ends the worker, if there is one; calls after it are refused. */
    dispose(): void;
}
