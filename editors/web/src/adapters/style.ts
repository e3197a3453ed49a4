import { addSheet } from '../fields/styles.ts';

/** How decorated words look. Form and colour differ, so that nobody needs to tell colours apart. */
const STYLE = `
[class*='vartani-underline-'] { text-decoration: underline 1.5px; text-decoration-skip-ink: none; }
.vartani-underline-error { text-decoration-style: wavy; text-decoration-color: #d3302f; }
.vartani-underline-warning { text-decoration-style: wavy; text-decoration-color: #b06f00; }
.vartani-underline-information { text-decoration-style: dashed; text-decoration-color: #1f6fd0; }
.vartani-underline-hint { text-decoration-style: dotted; text-decoration-color: #6a6f78; }`;

const styled = new WeakSet<Document | ShadowRoot>();

/** Styles decorated words in a document or shadow tree, once. */
export function addMarkStyle(root: Document | ShadowRoot): void {
    if (styled.has(root)) return;
    styled.add(root);
    addSheet(root, STYLE);
}
