/** How a plain field sets its text, so that the same text falls on the same place in the mirror. */

import { isTextarea, type PlainElement } from './dom.ts';

/** What decides where a letter falls. */
const COPIED = [
    'direction',
    'font-family',
    'font-feature-settings',
    'font-kerning',
    'font-language-override',
    'font-optical-sizing',
    'font-size',
    'font-size-adjust',
    'font-stretch',
    'font-style',
    'font-synthesis',
    'font-variant-alternates',
    'font-variant-caps',
    'font-variant-east-asian',
    'font-variant-ligatures',
    'font-variant-numeric',
    'font-variant-position',
    'font-variation-settings',
    'font-weight',
    'hyphens',
    'letter-spacing',
    'line-break',
    'line-height',
    'overflow-wrap',
    'tab-size',
    'text-align',
    'text-align-last',
    'text-autospace',
    'text-indent',
    'text-rendering',
    'text-spacing-trim',
    'text-transform',
    'text-wrap-style',
    'unicode-bidi',
    'word-break',
    'word-spacing',
    'writing-mode',
    '-webkit-font-smoothing',
    '-webkit-text-size-adjust',
] as const;

/** Where the box of the text lies in the field, before any transform, in CSS pixels. */
export interface ContentBox {
    /** From the field's border edge. */
    left: number;
    top: number;
    width: number;
    height: number;
    paddingLeft: number;
    paddingTop: number;
    paddingRight: number;
    paddingBottom: number;
    /** What the field is enlarged by, through zoom or transforms. */
    scaleX: number;
    scaleY: number;
}

/** Measures the box inside of border and scrollbar, with its padding. */
export function contentBox(field: PlainElement, style: CSSStyleDeclaration, rect: DOMRect): ContentBox {
    const scaleX = field.offsetWidth > 0 ? snapped(rect.width / field.offsetWidth, field.offsetWidth) : 1;
    const scaleY = field.offsetHeight > 0 ? snapped(rect.height / field.offsetHeight, field.offsetHeight) : scaleX;
    const [borderLeft, borderRight] = [pixels(style.borderLeftWidth), pixels(style.borderRightWidth)];
    const [borderTop, borderBottom] = [pixels(style.borderTopWidth), pixels(style.borderBottomWidth)];
    const width = rect.width / scaleX - borderLeft - borderRight;
    const height = rect.height / scaleY - borderTop - borderBottom;
    // clientWidth is whole pixels, so only what is missing of it for a scrollbar is used
    const scrollbarWidth = Math.max(0, Math.round(width - field.clientWidth - 0.49));
    const scrollbarHeight = Math.max(0, Math.round(height - field.clientHeight - 0.49));
    return {
        left: borderLeft,
        top: borderTop,
        width: width - scrollbarWidth,
        height: height - scrollbarHeight,
        paddingLeft: pixels(style.paddingLeft),
        paddingTop: pixels(style.paddingTop),
        paddingRight: pixels(style.paddingRight),
        paddingBottom: pixels(style.paddingBottom),
        scaleX,
        scaleY,
    };
}

/** Sets an element's text as the field sets its own. */
export function copyText(from: CSSStyleDeclaration, to: CSSStyleDeclaration, field: PlainElement): void {
    for (const property of COPIED) {
        to.setProperty(property, from.getPropertyValue(property));
    }
    to.setProperty('white-space', isTextarea(field) ? from.whiteSpace : 'pre');
}

/** `offsetWidth` is rounded: what is smaller than its rounding is no scale. */
function snapped(scale: number, size: number): number {
    return Math.abs(scale - 1) * size < 0.75 ? 1 : scale;
}

function pixels(length: string): number {
    return Number.parseFloat(length) || 0;
}
