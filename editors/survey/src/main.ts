// Puts the page together.
import { byDesk, trend } from './charts.ts';
import { ALL_DESKS, type Choice, type NewName, type Rule, type Survey, atDesk, counts, sum } from './data.ts';
import { ofChoice, ofRule } from './details.ts';
import { element, sentence } from './html.ts';
import { type Column, table } from './table.ts';
import { number, say, speak, spoken, titled, type Word } from './words.ts';

declare const survey: Survey | null;

let desk = ALL_DESKS;
let tab: Word = 'names';

function choiceColumns(): Column<Choice>[] {
    const spelt = (choice: Choice): string =>
        choice.spellings
            .slice(0, 5)
            .map(({ title, spelling, uses }) => `${titled(title, spelling)} ${number(uses)}`)
            .join(', ');
    const share = (choice: Choice): number => (choice.uses === 0 ? 0 : (100 * choice.other) / choice.uses);
    return [
        {
            name: say('what'),
            value: choice => choice.word,
            shown: choice => titled(choice.title, '') || choice.word || choice.item,
        },
        { name: say('spellings'), value: choice => choice.spellings.length, shown: spelt },
        { name: say('uses'), value: choice => choice.uses, shown: choice => number(choice.uses), isNumber: true },
        { name: say('other'), value: choice => choice.other, shown: choice => number(choice.other), isNumber: true },
        { name: say('share'), value: share, shown: choice => `${share(choice).toFixed(0)} %`, isNumber: true },
    ];
}

function choiceTable(data: Survey, choices: Choice[]): HTMLElement {
    const here = choices.map(choice => atDesk(choice, desk)).filter(choice => choice.uses > 0);
    const text = (choice: Choice): string =>
        [choice.item, choice.word, ...choice.spellings.map(({ spelling }) => spelling)].join(' ');
    return table(here, choiceColumns(), text, choice => ofChoice(data, choice, desk));
}

function ruleTable(data: Survey): HTMLElement {
    const marks = (rule: Rule): number => sum(rule.cells, desk);
    const articles = (rule: Rule): number =>
        rule.cells.reduce((all, cell) => all + (desk === ALL_DESKS || cell[1] === desk ? cell[3] : 0), 0);
    const summary = (rule: Rule): string => titled(rule.title, '').replace(/[*`]/g, '');
    const columns: Column<Rule>[] = [
        { name: say('rule'), value: rule => rule.code, shown: rule => rule.code },
        { name: say('what'), value: summary, shown: summary },
        { name: say('marks'), value: marks, shown: rule => number(marks(rule)), isNumber: true },
        { name: say('articles'), value: articles, shown: rule => number(articles(rule)), isNumber: true },
    ];
    return table(
        data.rules.filter(rule => marks(rule) > 0),
        columns,
        rule => `${rule.code} ${summary(rule)}`,
        rule => ofRule(data, rule, desk),
    );
}

function newNameTable(data: Survey): HTMLElement {
    const columns: Column<NewName>[] = [
        { name: say('name'), value: name => name.name, shown: name => name.name },
        { name: say('first'), value: name => name.first, shown: name => name.first },
        { name: say('uses'), value: name => name.uses, shown: name => number(name.uses), isNumber: true },
        {
            name: say('example'),
            value: name => name.example?.[1] ?? '',
            shown: name => (name.example?.[2] ? sentence(name.example[2]) : (name.example?.[1] ?? '')),
        },
    ];
    return table(data.newNames, columns, name => `${name.name} ${name.actor ?? ''}`);
}

function overview(data: Survey): HTMLElement {
    const all = counts(
        data,
        '',
        data.cells.map(([month, at, , articles]) => [month, at, articles, articles]),
        desk,
    );
    const width = Math.min(1100, document.documentElement.clientWidth - 48);
    const byMonth = all.map(count => ({ ...count, series: count.desk || say('noDesk') }));
    return element(
        'section',
        {},
        element('h2', {}, say('overview')),
        trend(byMonth, data.months, say('overview'), say('articles'), width),
    );
}

function schools(data: Survey): HTMLElement {
    const width = Math.min(360, document.documentElement.clientWidth - 64);
    const cards = data.orthography
        .filter(choice => choice.title)
        .map(choice => {
            const title = titled(choice.title, choice.item);
            const all = choice.spellings.flatMap(({ title, spelling, cells }) =>
                counts(data, titled(title, spelling), cells, desk),
            );
            if (all.length === 0) return null;
            const details = element('details', {}, element('summary', {}, say('examples')));
            details.addEventListener('toggle', () => {
                if (details.open && details.children.length === 1) details.append(ofChoice(data, choice, desk));
            });
            return element(
                'section',
                { class: 'card' },
                element('h3', {}, title),
                trend(all, data.months, `${title}: ${say('byMonth')}`, null, width),
                data.desks.length > 1 &&
                    desk === ALL_DESKS &&
                    byDesk(all, data.desks, `${title}: ${say('byDesk')}`, true, width),
                details,
            );
        });
    return element(
        'section',
        {},
        element('h2', {}, say('schools')),
        element('p', {}, say('schoolsHelp')),
        element('div', { class: 'cards' }, ...cards),
    );
}

function tables(data: Survey): HTMLElement {
    const pairs = data.orthography.filter(choice => !choice.title);
    const all: [Word, number, () => HTMLElement][] = [
        ['names', data.names.length, () => choiceTable(data, data.names)],
        ['unlisted', data.unlisted.length, () => choiceTable(data, data.unlisted)],
        ['pairs', pairs.length, () => choiceTable(data, pairs)],
        ['dividedWords', data.dividedWords.length, () => choiceTable(data, data.dividedWords)],
        ['habits', data.habits.length, () => choiceTable(data, data.habits)],
        ['rules', data.rules.length, () => ruleTable(data)],
        ['newNames', data.newNames.length, () => newNameTable(data)],
    ];
    const there = all.filter(([, count]) => count > 0);
    if (!there.some(([name]) => name === tab)) tab = there[0]?.[0] ?? 'names';
    const panel = element('div', { role: 'tabpanel', id: 'panel', tabindex: 0 });
    const buttons = there.map(([name, count, make]) => {
        const button = element(
            'button',
            { type: 'button', role: 'tab', 'aria-controls': 'panel', 'data-tab': name, click: () => open() },
            `${say(name)} `,
            element('span', { class: 'count' }, number(count)),
        );
        const open = (): void => {
            tab = name;
            buttons.forEach(other => other.setAttribute('aria-selected', String(other === button)));
            panel.replaceChildren(element('h2', { class: 'printed' }, say(name)), make());
        };
        if (name === tab) queueMicrotask(open);
        return button;
    });
    return element('section', { class: 'tables' }, element('div', { role: 'tablist' }, ...buttons), panel);
}

function header(data: Survey): HTMLElement {
    const months = data.months.filter(month => month !== '');
    const span = months.length > 1 ? `${months[0]} – ${months[months.length - 1]}` : (months[0] ?? '');
    const options = data.desks.map((name, at) =>
        element('option', { value: at, selected: at === desk }, name || say('noDesk')),
    );
    const choice = element(
        'select',
        {
            change: event => {
                desk = Number((event.target as HTMLSelectElement).value);
                show(data);
            },
        },
        element('option', { value: ALL_DESKS, selected: desk === ALL_DESKS }, say('allDesks')),
        ...options,
    );
    const language = element(
        'button',
        {
            type: 'button',
            id: 'language',
            click: () => {
                speak(spoken() === 'hi' ? 'en' : 'hi');
                show(data);
            },
        },
        say('language'),
    );
    const facts = [`${number(data.articles)} ${say('articles')}`, `${number(data.words)} ${say('words')}`, span];
    return element(
        'header',
        {},
        element(
            'div',
            {},
            element('h1', {}, say('title')),
            element('p', {}, facts.filter(fact => fact !== '').join(' · ')),
        ),
        element(
            'div',
            { class: 'choices' },
            data.desks.length > 1 && element('label', {}, `${say('desk')} `, choice),
            language,
        ),
    );
}

function show(data: Survey): void {
    document.documentElement.lang = spoken();
    document.title = say('title');
    const footer = element(
        'footer',
        {},
        data.omitted > 0 && element('p', {}, `${say('omitted')} ${number(data.omitted)}`),
        element('p', {}, `${say('madeBy')} vartani ${data.vartani}`),
    );
    document.getElementById('page')?.replaceChildren(header(data), overview(data), tables(data), schools(data), footer);
    document.documentElement.dataset.ready = 'true';
}

if (survey) {
    speak(survey.locale);
    show(survey);
}
