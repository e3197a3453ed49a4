// A table that sorts and filters, and whose lines open.
import { element } from './html.ts';
import { say } from './words.ts';

export interface Column<Line> {
    name: string;
    /** What is sorted by. */
    value: (line: Line) => string | number;
    /** What is shown. */
    shown: (line: Line) => Node | string;
    isNumber?: boolean;
}

/** Number of lines that are shown at first, and more each time. */
const STEP = 50;

/** A table of lines. What is filtered by is `text`; `details` makes what a line opens. */
export function table<Line>(
    lines: Line[],
    columns: Column<Line>[],
    text: (line: Line) => string,
    details?: (line: Line) => Node,
): HTMLElement {
    let order = { column: -1, isDown: true };
    let shown = STEP;
    let filter = '';
    const body = element('tbody');
    const more = element(
        'button',
        { type: 'button', class: 'more', click: () => ((shown += STEP), fill()) },
        say('more'),
    );
    const heads = columns.map(({ name, isNumber }, at) =>
        element(
            'th',
            { scope: 'col', class: isNumber ? 'number' : undefined },
            element('button', { type: 'button', click: () => sortBy(at) }, name),
        ),
    );

    function sortBy(column: number): void {
        const isDown = order.column === column ? !order.isDown : columns[column]?.isNumber === true;
        order = { column, isDown };
        heads.forEach((head, at) => {
            if (at === column) head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
            else head.removeAttribute('aria-sort');
        });
        fill();
    }

    function fill(): void {
        const wanted = lines.filter(line => text(line).toLowerCase().includes(filter));
        const column = columns[order.column];
        if (column) {
            const compare = (a: Line, b: Line): number => {
                const [one, other] = [column.value(a), column.value(b)];
                return typeof one === 'number' && typeof other === 'number'
                    ? one - other
                    : String(one).localeCompare(String(other), 'hi');
            };
            wanted.sort((a, b) => (order.isDown ? compare(b, a) : compare(a, b)));
        }
        body.replaceChildren(...wanted.slice(0, shown).flatMap(row));
        if (wanted.length === 0) {
            body.append(element('tr', {}, element('td', { colspan: columns.length }, say('nothing'))));
        }
        more.hidden = wanted.length <= shown;
    }

    function row(line: Line): HTMLElement[] {
        const cells = columns.map(({ shown, isNumber }, at) =>
            element(
                'td',
                { class: isNumber ? 'number' : undefined },
                at === 0 && details ? opener(line, shown(line)) : shown(line),
            ),
        );
        return [element('tr', {}, ...cells)];
    }

    function opener(line: Line, shown: Node | string): HTMLElement {
        const button = element(
            'button',
            {
                type: 'button',
                class: 'opener',
                'aria-expanded': 'false',
                click: () => {
                    const row = button.closest('tr');
                    const isOpen = button.getAttribute('aria-expanded') === 'true';
                    button.setAttribute('aria-expanded', String(!isOpen));
                    if (isOpen) row?.nextElementSibling?.remove();
                    else if (details) {
                        row?.after(
                            element(
                                'tr',
                                { class: 'details' },
                                element('td', { colspan: columns.length }, details(line)),
                            ),
                        );
                    }
                },
            },
            shown,
        );
        return button;
    }

    const search = element('input', {
        type: 'search',
        placeholder: say('filter'),
        'aria-label': say('filter'),
        input: event => {
            filter = (event.target as HTMLInputElement).value.trim().toLowerCase();
            shown = STEP;
            fill();
        },
    });
    fill();
    return element(
        'div',
        { class: 'table' },
        search,
        element(
            'div',
            { class: 'scroll' },
            element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body),
        ),
        more,
    );
}
