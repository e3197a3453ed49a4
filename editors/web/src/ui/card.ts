import type { Card, Diagnostic, Fix, Locale, Related } from '../types.ts';
import { renderMarkdown } from './markdown.ts';
import { WORDS, severityName } from './words.ts';

/** What a card does when its buttons are pressed. */
export interface CardActions {
    fix(fix: Fix, diagnostic: Diagnostic): void;
    /** Goes to another place that a mark speaks of; without it, such places are told as text. */
    go?(place: Related): void;
}

/**
 * What a card at one place says: its marks with their fixes as buttons, then what is known of the place. The element is not
 * yet in the document, and holds no text but as text.
 */
export function createCard(
    diagnostics: readonly Diagnostic[],
    known: Card | null,
    locale: Locale,
    actions: CardActions,
    page: Document = document,
): HTMLElement {
    const card = page.createElement('div');
    card.className = 'vartani-card';
    card.lang = locale;
    for (const diagnostic of diagnostics) card.append(markSection(diagnostic, locale, actions, page));
    if (known) card.append(knownSection(known, page));
    return card;
}

function markSection(diagnostic: Diagnostic, locale: Locale, actions: CardActions, page: Document): HTMLElement {
    const section = page.createElement('section');
    section.className = `vartani-mark vartani-${diagnostic.severity}`;

    const message = section.appendChild(page.createElement('p'));
    message.className = 'vartani-message';
    const severity = message.appendChild(page.createElement('span'));
    severity.className = 'vartani-severity';
    severity.textContent = severityName(diagnostic.severity, locale);
    message.append(' ', diagnostic.message);

    if (diagnostic.fixes.length > 0) {
        const buttons = section.appendChild(page.createElement('div'));
        buttons.className = 'vartani-fixes';
        for (const fix of diagnostic.fixes) buttons.append(fixButton(fix, diagnostic, locale, actions, page));
    }
    if (diagnostic.related.length > 0) section.append(relatedPlaces(diagnostic.related, locale, actions, page));

    const rule = section.appendChild(page.createElement('p'));
    rule.className = 'vartani-rule';
    rule.lang = 'en';
    rule.textContent = diagnostic.rule;
    return section;
}

function fixButton(fix: Fix, diagnostic: Diagnostic, locale: Locale, actions: CardActions, page: Document) {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = fix.safe ? 'vartani-fix vartani-safe' : 'vartani-fix';
    button.textContent = fix.title;
    if (fix.safe) button.title = WORDS.safe[locale];
    button.addEventListener('click', () => {
        actions.fix(fix, diagnostic);
    });
    return button;
}

function relatedPlaces(related: readonly Related[], locale: Locale, actions: CardActions, page: Document): HTMLElement {
    const list = page.createElement('ul');
    list.className = 'vartani-related';
    list.setAttribute('aria-label', WORDS.alsoHere[locale]);
    for (const place of related) {
        const item = list.appendChild(page.createElement('li'));
        if (actions.go) {
            const button = item.appendChild(page.createElement('button'));
            button.type = 'button';
            button.className = 'vartani-place';
            button.textContent = place.message;
            button.addEventListener('click', () => actions.go?.(place));
        } else {
            item.textContent = place.message;
        }
    }
    return list;
}

function knownSection(known: Card, page: Document): HTMLElement {
    const section = page.createElement('section');
    section.className = 'vartani-known';
    section.append(renderMarkdown(known.markdown, page));
    return section;
}
