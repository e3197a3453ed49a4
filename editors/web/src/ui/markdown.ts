/**
 * The Markdown of hover cards as elements: paragraphs, headings, lists, rules, line breaks, emphasis, code and links. Text
 * gets into the page as text alone, so whatever an article or an actor file says, it makes no element; a link goes to the
 * web or it is text.
 */
export function renderMarkdown(markdown: string, page: Document): DocumentFragment {
    const out = page.createDocumentFragment();
    let paragraph: HTMLElement | null = null;
    let list: HTMLElement | null = null;
    const lines = markdown.split('\n');
    for (const [index, line] of lines.entries()) {
        const heading = /^(#{1,6})\s+(.*)$/.exec(line);
        const item = /^\s*[-*]\s+(.*)$/.exec(line);
        if (line.trim() === '') {
            paragraph = list = null;
        } else if (heading) {
            paragraph = list = null;
            // A card lies somewhere in the page, whose outline is not ours
            const element = out.appendChild(page.createElement('p'));
            element.className = 'vartani-title';
            appendInline(element, heading[2] ?? '', page);
        } else if (/^\s*(?:-{3,}|\*{3,})\s*$/.test(line)) {
            paragraph = list = null;
            out.append(page.createElement('hr'));
        } else if (item) {
            paragraph = null;
            list ??= out.appendChild(page.createElement('ul'));
            appendInline(list.appendChild(page.createElement('li')), item[1] ?? '', page);
        } else {
            list = null;
            if (paragraph) {
                const broken = /(?: {2,}|\\)$/.test(lines[index - 1] ?? '');
                paragraph.append(broken ? page.createElement('br') : ' ');
            } else {
                paragraph = out.appendChild(page.createElement('p'));
            }
            appendInline(paragraph, line.replace(/(?: {2,}|\\)$/, '').trimStart(), page);
        }
    }
    return out;
}

/** A link, an address, strong, emphasis, code, an escaped character; what is none of them is text. */
const INLINE =
    /\[((?:\\.|[^\]\\])*)\]\(([^()\s]*)\)|<(https?:\/\/[^<>\s]*)>|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^*\\])+)\*|(?<![\p{L}\p{M}\p{N}])_((?:\\.|[^_\\])+)_(?![\p{L}\p{M}\p{N}])|`([^`]+)`|\\([!-/:-@[-`{-~])/gu;

function appendInline(parent: HTMLElement, text: string, page: Document): void {
    let end = 0;
    for (const match of text.matchAll(INLINE)) {
        parent.append(text.slice(end, match.index));
        end = match.index + match[0].length;
        const [, label, target, address, strong, stressed, underscored, code, escaped] = match;
        if (target !== undefined) appendLink(parent, label ?? '', target, page);
        else if (address !== undefined) appendLink(parent, address, address, page);
        else if (strong !== undefined) appendInline(child(parent, 'strong', page), strong, page);
        else if (stressed !== undefined) appendInline(child(parent, 'em', page), stressed, page);
        else if (underscored !== undefined) appendInline(child(parent, 'em', page), underscored, page);
        else if (code !== undefined) child(parent, 'code', page).append(code);
        else parent.append(escaped ?? '');
    }
    parent.append(text.slice(end));
}

function appendLink(parent: HTMLElement, label: string, target: string, page: Document): void {
    if (!/^https?:\/\//i.test(target)) {
        appendInline(parent, label, page);
        return;
    }
    const link = page.createElement('a');
    link.href = target;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    appendInline(link, label, page);
    parent.append(link);
}

function child(parent: HTMLElement, name: string, page: Document): HTMLElement {
    return parent.appendChild(page.createElement(name));
}
