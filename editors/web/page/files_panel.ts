import type { Fault, Locale } from '../src/types.ts';
import type { KeptFiles, NewsroomFile } from './newsroom_files.ts';
import { faultSentence } from './sentences.ts';
import { WORDS } from './words.ts';

/** The list of the newsroom's files, each with a button that takes it away, and what is wrong with them. */
export function showFiles(
    list: HTMLElement,
    files: KeptFiles,
    faults: readonly Fault[],
    locale: Locale,
    remove: (file: NewsroomFile) => void,
): void {
    list.replaceChildren(
        ...files.all.map(file => {
            const item = document.createElement('li');
            const name = item.appendChild(document.createElement('span'));
            name.className = 'file-name';
            name.textContent = file.name;
            const kind = item.appendChild(document.createElement('span'));
            kind.className = 'file-kind';
            kind.textContent = WORDS[file.kind][locale];
            const button = item.appendChild(document.createElement('button'));
            button.type = 'button';
            button.className = 'quiet';
            button.textContent = WORDS.remove[locale];
            button.setAttribute('aria-label', `${WORDS.remove[locale]}: ${file.name}`);
            button.addEventListener('click', () => {
                remove(file);
            });
            const wrong = faults.filter(fault => fault.file === file.name);
            if (wrong.length > 0) item.append(faultList(wrong, locale));
            return item;
        }),
    );
    const others = faults.filter(fault => !files.all.some(file => file.name === fault.file));
    if (others.length > 0) list.appendChild(document.createElement('li')).append(faultList(others, locale));
}

function faultList(faults: readonly Fault[], locale: Locale): HTMLElement {
    const list = document.createElement('ul');
    list.className = 'faults';
    for (const fault of faults) {
        list.appendChild(document.createElement('li')).textContent = faultSentence(fault, locale);
    }
    return list;
}

/** Takes files that are dropped anywhere on the page, and shows `zone` while they are over it. */
export function takeDroppedFiles(zone: HTMLElement, take: (files: File[]) => void): void {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    window.addEventListener('dragover', event => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        zone.hidden = false;
    });
    window.addEventListener('dragleave', event => {
        if (!event.relatedTarget) zone.hidden = true;
    });
    window.addEventListener(
        'drop',
        event => {
            zone.hidden = true;
            if (!hasFiles(event)) return;
            event.preventDefault();
            take([...(event.dataTransfer?.files ?? [])]);
        },
        true,
    );
}
