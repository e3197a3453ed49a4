/** Styles in a tree, in a way that a page's Content-Security-Policy does not forbid. */

/** Adds a sheet to a document or shadow tree; the answer tells whether it is still there. */
export function addSheet(root: Document | ShadowRoot, css: string): () => boolean {
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
    try {
        // A sheet belongs to the window whose document adopts it
        const window = document?.defaultView ?? globalThis;
        const sheet = new window.CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        return () => root.adoptedStyleSheets.includes(sheet);
    } catch {
        // Firefox's content scripts may not adopt sheets
        const element = (document ?? globalThis.document).createElement('style');
        element.textContent = css;
        ('head' in root ? root.head : root).append(element);
        return () => element.isConnected;
    }
}
