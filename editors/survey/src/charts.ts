// Charts, drawn by Observable Plot.
import * as Plot from '@observablehq/plot';
import type { Count } from './data.ts';
import { say } from './words.ts';

const STYLE = { background: 'transparent', fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' };

/** Width that the name of a month needs under a chart, in pixels. */
const MONTH_WIDTH = 84;

/** Every so many months have a name under the chart, so that names do not touch. */
function shownMonths(months: string[], width: number): string[] {
    const step = Math.ceil((months.length * MONTH_WIDTH) / width);
    return months.filter((_, at) => at % step === 0);
}

const month = (name: string): string => name || say('noMonth');
const desk = (name: string): string => name || say('noDesk');

function drawn(chart: HTMLElement | SVGElement, label: string): HTMLElement {
    const figure = chart instanceof HTMLElement ? chart : document.createElement('figure');
    if (figure !== chart) figure.append(chart);
    figure.querySelectorAll('svg').forEach(svg => {
        if (svg.getAttribute('viewBox')) svg.setAttribute('role', 'img');
        svg.setAttribute('aria-label', label);
    });
    // The picture has one name; its parts need none
    figure.querySelectorAll('g[aria-label]').forEach(part => part.removeAttribute('aria-label'));
    return figure;
}

/** What is counted, by month and series; as shares of a month where `unit` is none. */
export function trend(
    counts: Count[],
    months: string[],
    label: string,
    unit: string | null,
    width: number,
): HTMLElement {
    const isShare = unit === null;
    const series = [...new Set(counts.map(count => count.series))];
    const data = counts.map(count => ({ ...count, month: month(count.month) }));
    const domain = months.map(month);
    const grouped = Plot.groupX({ y: 'sum' }, { x: 'month', y: 'uses', fill: 'series', order: series, tip: true });
    const chart = Plot.plot({
        style: STYLE,
        width,
        height: 190,
        marginLeft: 44,
        x: { domain, label: null, ticks: shownMonths(domain, width), padding: domain.length > 40 ? 0 : 0.15 },
        y: isShare ? { label: null, tickFormat: '%', grid: true } : { label: unit, grid: true },
        color: { domain: series, scheme: 'observable10', legend: series.length > 1 },
        marks: [Plot.barY(data, isShare ? Plot.stackY({ offset: 'normalize' }, grouped) : grouped), Plot.ruleY([0])],
    });
    return drawn(chart, label);
}

/** What is counted, by desk and series; as shares of a desk where `isShare`. */
export function byDesk(counts: Count[], desks: string[], label: string, isShare: boolean, width: number): HTMLElement {
    const series = [...new Set(counts.map(count => count.series))];
    const data = counts.map(count => ({ ...count, desk: desk(count.desk) }));
    const there = new Set(data.map(count => count.desk));
    const options = { x: 'uses', y: 'desk', fill: 'series', order: series } as const;
    const grouped = Plot.groupY({ x: 'sum' }, options);
    const chart = Plot.plot({
        style: STYLE,
        width,
        height: 40 + 26 * there.size,
        marginLeft: 110,
        x: isShare ? { label: null, tickFormat: '%', grid: true } : { label: say('usesAxis'), grid: true },
        y: { domain: desks.map(desk).filter(name => there.has(name)), label: null },
        color: { domain: series, scheme: 'observable10' },
        marks: [Plot.barX(data, isShare ? Plot.stackX({ offset: 'normalize' }, grouped) : grouped), Plot.ruleX([0])],
    });
    return drawn(chart, label);
}
