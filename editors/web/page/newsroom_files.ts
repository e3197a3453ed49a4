import type { NamedText, NewsroomFiles } from '../src/types.ts';
import { store } from './store.ts';

/** What a file is to the newsroom. */
export type FileKind = 'houseStyle' | 'actors' | 'dictionary';

/** A file of the newsroom. */
export interface NewsroomFile extends NamedText {
    kind: FileKind;
}

/** Maximum size of a file, in bytes; what is larger is no file that somebody wrote. */
const MAX_SIZE = 64 * 1024 * 1024;

/** What a file of that name is; `null` if the page does not take it. */
export function kindOf(name: string): FileKind | null {
    if (/^(?:\.?vartani|config)\.toml$/i.test(name)) return 'houseStyle';
    if (/\.toml$/i.test(name)) return 'actors';
    return /^dictionary.*\.txt$/i.test(name) ? 'dictionary' : null;
}

/** The files that the writer gave; they are kept in this browser and nowhere else. */
export class KeptFiles {
    #files: readonly NewsroomFile[] = read();

    get all(): readonly NewsroomFile[] {
        return this.#files;
    }

    /** The files as the checker takes them. */
    get asNewsroom(): NewsroomFiles {
        const of = (kind: FileKind): NamedText[] =>
            this.#files.filter(file => file.kind === kind).map(({ name, text }) => ({ name, text }));
        const newsroom: NewsroomFiles = { actors: of('actors') };
        const [config] = of('houseStyle');
        if (config) newsroom.config = config;
        const words = of('dictionary').map(({ text }) => text);
        if (words.length > 0) newsroom.dictionary = words.join('\n');
        return newsroom;
    }

    /** Takes files: each replaces that of its name, and a house style the one before. Returns the names that are not taken. */
    async add(given: readonly File[]): Promise<{ taken: string[]; refused: string[]; areKept: boolean }> {
        const taken: string[] = [];
        const refused: string[] = [];
        for (const file of given) {
            const kind = kindOf(file.name);
            if (!kind || file.size > MAX_SIZE) {
                refused.push(file.name);
                continue;
            }
            const text = await file.text();
            this.#files = this.#files.filter(
                old => old.name !== file.name && !(kind === 'houseStyle' && old.kind === kind),
            );
            this.#files = [...this.#files, { name: file.name, kind, text }];
            taken.push(file.name);
        }
        return { taken, refused, areKept: this.#keep() };
    }

    remove(name: string): void {
        this.#files = this.#files.filter(file => file.name !== name);
        this.#keep();
    }

    #keep(): boolean {
        if (this.#files.length > 0) return store.set('files', JSON.stringify(this.#files));
        store.remove('files');
        return true;
    }
}

function read(): readonly NewsroomFile[] {
    try {
        const kept: unknown = JSON.parse(store.get('files') ?? '[]');
        return Array.isArray(kept) ? kept.filter(isFile) : [];
    } catch {
        return [];
    }
}

function isFile(kept: unknown): kept is NewsroomFile {
    const file = kept as Partial<NewsroomFile> | null;
    return typeof file?.name === 'string' && typeof file.text === 'string' && kindOf(file.name) === file.kind;
}
