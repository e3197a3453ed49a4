// What a line of a table opens: trends, desks, sentences.
import { byDesk, trend } from './charts.ts';
import { type Cell, type Choice, type Example, type Rule, type Survey, counts } from './data.ts';
import { element, sentence } from './html.ts';
import { say, titled } from './words.ts';

/** Maximum number of spellings that have a colour of their own. */
const MAX_SERIES = 8;

function examples(all: Example[]): HTMLElement {
    const lines = all.map(([day, article, text]) =>
        element(
            'li',
            {},
            sentence(text),
            ' ',
            element('span', { class: 'where' }, [day, article].filter(part => part !== '').join(' · ')),
        ),
    );
    return element('ul', { class: 'examples' }, ...lines);
}

function charts(
    survey: Survey,
    series: { name: string; cells: Cell[] }[],
    desk: number,
    label: string,
): HTMLElement | null {
    const all = series.flatMap(({ name, cells }) => counts(survey, name, cells, desk));
    if (all.every(count => count.month === '' && count.desk === '')) return null;
    const wide = Math.min(560, document.documentElement.clientWidth - 64);
    return element(
        'div',
        { class: 'charts' },
        element(
            'section',
            {},
            element('h3', {}, say('byMonth')),
            trend(all, survey.months, `${label}: ${say('byMonth')}`, say('usesAxis'), wide),
        ),
        element(
            'section',
            {},
            element('h3', {}, say('byDesk')),
            byDesk(all, survey.desks, `${label}: ${say('byDesk')}`, series.length > 1, Math.min(420, wide)),
        ),
    );
}

export function ofChoice(survey: Survey, choice: Choice, desk: number): HTMLElement {
    const named = choice.spellings.map(spelling => ({ ...spelling, name: titled(spelling.title, spelling.spelling) }));
    const sentences = named.map(({ name, examples: all }) =>
        element(
            'section',
            {},
            element('h4', {}, name),
            all.some(([, , text]) => text !== '') ? examples(all) : articles(all),
        ),
    );
    return element(
        'div',
        {},
        charts(survey, named.slice(0, MAX_SERIES), desk, choice.word || choice.item),
        element('h3', {}, say('examples')),
        element('div', { class: 'sentences' }, ...sentences),
    );
}

/** Where a name stands of which no sentences are kept. */
function articles(all: Example[]): HTMLElement {
    return element(
        'p',
        { class: 'where' },
        all.map(([day, article]) => [day, article].filter(part => part).join(' · ')).join(', '),
    );
}

export function ofRule(survey: Survey, rule: Rule, desk: number): HTMLElement {
    return element(
        'div',
        {},
        charts(survey, [{ name: rule.code, cells: rule.cells }], desk, rule.code),
        element('h3', {}, say('examples')),
        examples(rule.examples),
    );
}
