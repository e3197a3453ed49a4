// Elements of the page. Text is always text: nothing of an article is ever read as markup.

type Child = Node | string | null | undefined | false;

/** An element with attributes (those that are undefined or false are left out; functions are listeners) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes: Record<string, string | number | boolean | undefined | ((event: Event) => void)> = {},
    ...children: Child[]
): HTMLElementTagNameMap[Name] {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === 'function') made.addEventListener(key, value);
        else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
    }
    made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
    return made;
}

/** A sentence with its place marked. */
export function sentence(text: string): HTMLElement {
    const [before, rest] = text.split('⟦', 2);
    const [inside, after] = (rest ?? '').split('⟧', 2);
    return element('span', { class: 'sentence' }, before, rest !== undefined && element('mark', {}, inside), after);
}
