/** The element of the page with that id, which is there. */
export function byId(id: string): HTMLElement;
export function byId<T extends HTMLElement>(id: string, type: new () => T): T;
export function byId(id: string, type: new () => HTMLElement = HTMLElement): HTMLElement {
    const element = document.getElementById(id);
    if (!(element instanceof type)) throw new Error(`the page has no ${type.name} #${id}`);
    return element;
}
