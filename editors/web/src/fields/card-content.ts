/** What a card says of a mark, as elements; texts of others are never read as HTML. */

import type { Diagnostic, Fix, Locale } from '../types.ts';

export interface CardActions {
    fix(fix: Fix): void;
}

/** A card: what is wrong, what can be done, and which rule says so. */
export function cardContent(document: Document, mark: Diagnostic, locale: Locale, actions: CardActions): HTMLElement {
    const card = document.createElement('section');
    card.className = `card ${mark.severity}`;
    card.setAttribute('role', 'dialog');
    card.setAttribute('aria-label', mark.message);
    card.lang = locale;
    card.append(line(document, 'message', mark.message));
    for (const related of mark.related) {
        card.append(line(document, 'related', related.message));
    }
    const fixes = document.createElement('div');
    fixes.className = 'fixes';
    for (const fix of mark.fixes) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = fix.title;
        button.addEventListener('click', event => {
            // A page cannot press it
            if (event.isTrusted) {
                actions.fix(fix);
            }
        });
        fixes.append(button);
    }
    if (mark.fixes.length > 0) {
        card.append(fixes);
    }
    card.append(line(document, 'rule', mark.rule));
    return card;
}

function line(document: Document, name: string, text: string): HTMLElement {
    const made = document.createElement('p');
    made.className = name;
    made.textContent = text;
    return made;
}
