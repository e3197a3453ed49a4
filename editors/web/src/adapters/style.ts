const styled = new WeakMap<Document | ShadowRoot, Set<string>>();

/** Adds a style to a tree, once, in a way that a page's Content-Security-Policy does not forbid. */
export function addSheet(root: Document | ShadowRoot, css: string): void {
    const known = styled.get(root) ?? new Set();
    if (known.has(css)) return;
    styled.set(root, known.add(css));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** How decorated words look. Form and colour differ, so that nobody needs to tell colours apart. */
export function addMarkStyle(root: Document | ShadowRoot): void {
    addSheet(
        root,
        `[class*='vartani-underline-'] { text-decoration: underline 1.5px; text-decoration-skip-ink: none; }
.vartani-underline-error { text-decoration-style: wavy; text-decoration-color: #d3302f; }
.vartani-underline-warning { text-decoration-style: wavy; text-decoration-color: #b06f00; }
.vartani-underline-information { text-decoration-style: dashed; text-decoration-color: #1f6fd0; }
.vartani-underline-hint { text-decoration-style: dotted; text-decoration-color: #6a6f78; }`,
    );
}
