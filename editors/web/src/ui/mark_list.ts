import type { Diagnostic, Locale } from '../types.ts';
import { BY_SEVERITY, WORDS, severityName } from './words.ts';

/** Maximum number of marks that a list shows; it says how many more there are. */
export const MAX_LISTED = 500;

/**
 * A list of marks, the gravest first, each a button that calls `go`. The element of a mark has its index in `diagnostics` as
 * `data-index`.
 */
export function createMarkList(
    diagnostics: readonly Diagnostic[],
    locale: Locale,
    go: (diagnostic: Diagnostic) => void,
    page: Document = document,
): HTMLElement {
    const list = page.createElement('ol');
    list.className = 'vartani-marks';
    list.lang = locale;
    const sorted = diagnostics
        .map((diagnostic, index) => ({ diagnostic, index }))
        .sort((a, b) => BY_SEVERITY.indexOf(a.diagnostic.severity) - BY_SEVERITY.indexOf(b.diagnostic.severity));
    for (const { diagnostic, index } of sorted.slice(0, MAX_LISTED)) {
        const button = list.appendChild(page.createElement('li')).appendChild(page.createElement('button'));
        button.type = 'button';
        button.className = `vartani-entry vartani-${diagnostic.severity}`;
        button.dataset.index = String(index);
        button.append(
            span('vartani-severity', severityName(diagnostic.severity, locale), page),
            ' ',
            span('vartani-words', diagnostic.text, page),
            ' ',
            span('vartani-message', diagnostic.message, page),
        );
        button.addEventListener('click', () => {
            go(diagnostic);
        });
    }
    const more = sorted.length - MAX_LISTED;
    if (more > 0) {
        const item = list.appendChild(page.createElement('li'));
        item.className = 'vartani-more';
        item.textContent = locale === 'hi' ? `… और ${more} ${WORDS.marks.hi}` : `… and ${more} more`;
    }
    return list;
}

function span(className: string, text: string, page: Document): HTMLElement {
    const element = page.createElement('span');
    element.className = className;
    element.textContent = text;
    return element;
}
