// What the program writes into the page, and sums over it.

export type Locale = 'hi' | 'en';

/** A text in both languages. */
export type Title = Record<Locale, string>;

/** Month and desk, as numbers in the lists of all, uses, articles. */
export type Cell = [month: number, desk: number, uses: number, articles: number];

/** Day (empty if it is not known), article, sentence with ⟦ and ⟧ at the place. */
export type Example = [day: string, article: string, sentence: string];

export interface Spelling {
    spelling: string;
    title: Title | null;
    uses: number;
    articles: number;
    first: string | null;
    cells: Cell[];
    examples: Example[];
}

export interface Choice {
    item: string;
    title: Title | null;
    word: string;
    uses: number;
    /** The uses of all spellings but the most frequent. */
    other: number;
    spellings: Spelling[];
}

export interface Rule {
    code: string;
    title: Title | null;
    marks: number;
    articles: number;
    cells: Cell[];
    examples: Example[];
}

export interface NewName {
    actor: string | null;
    name: string;
    first: string;
    uses: number;
    example: Example | null;
}

export interface Survey {
    vartani: string;
    locale: Locale;
    since: string | null;
    articles: number;
    words: number;
    months: string[];
    desks: string[];
    cells: Cell[];
    orthography: Choice[];
    names: Choice[];
    unlisted: Choice[];
    dividedWords: Choice[];
    /** By key of vartani.toml: digits, quotation marks, the form of dates. */
    habits: Choice[];
    rules: Rule[];
    newNames: NewName[];
    /** How many lines of tables were left out. */
    omitted: number;
}

/** One line of a chart: something counted in a month and at a desk. */
export interface Count {
    series: string;
    month: string;
    desk: string;
    uses: number;
}

/** The number of a desk that stands for all of them. */
export const ALL_DESKS = -1;

/** The cells of a series as lines of a chart, of one desk or of all. */
export function counts(survey: Survey, series: string, cells: Cell[], desk: number): Count[] {
    const wanted = cells.filter(cell => desk === ALL_DESKS || cell[1] === desk);
    return wanted.map(([month, at, uses]) => ({
        series,
        month: survey.months[month] ?? '',
        desk: survey.desks[at] ?? '',
        uses,
    }));
}

/** The uses in cells of one desk or of all. */
export function sum(cells: Cell[], desk: number): number {
    return cells.reduce((sum, cell) => sum + (desk === ALL_DESKS || cell[1] === desk ? cell[2] : 0), 0);
}

/** A choice as it is at one desk: without what is not written there, the most frequent first. */
export function atDesk(choice: Choice, desk: number): Choice {
    if (
        desk === ALL_DESKS ||
        choice.spellings.every(({ cells }) => cells.every(cell => cell[0] === 0 && cell[1] === 0))
    )
        return choice;
    const spellings = choice.spellings
        .map(spelling => ({ ...spelling, uses: sum(spelling.cells, desk) }))
        .filter(({ uses }) => uses > 0)
        .sort((a, b) => b.uses - a.uses);
    const uses = spellings.reduce((sum, spelling) => sum + spelling.uses, 0);
    return { ...choice, spellings, uses, other: uses - (spellings[0]?.uses ?? 0) };
}
