// Takes the picture of docs/browser.md with a mark and its card in each editor, after the module was built:
// `node tests/web/adapters/pictures.mjs FOLDER`.
import { exampleBrowser, text, toEnd, until } from './support.mjs';
import { bySquiggles, byElements, byHighlights } from './marks.mjs';

const SIZE = { width: 680, height: 250 };
const LINT = byElements('.cm-lintRange');
const DECORATION = byElements("[class*='vartani-underline-']");
const EDITORS = {
    prosemirror: ['ProseMirror', DECORATION],
    tiptap: ['TipTap', DECORATION],
    lexical: ['Lexical', byHighlights],
    quill: ['Quill', byHighlights],
    tinymce: ['TinyMCE', byHighlights],
    ckeditor: ['CKEditor 5', byHighlights],
    codemirror: ['CodeMirror', LINT],
    'codemirror-lsp': ['CodeMirror, LSP', LINT],
    monaco: ['Monaco', bySquiggles],
};

const { openPage, browser, close } = await exampleBrowser(Object.keys(EDITORS));
const pictures = [];
for (const [name, [title, marks]] of Object.entries(EDITORS)) {
    const page = await openPage(name, '', { viewport: SIZE });
    await page.addStyleTag({ content: 'h1, output { display: none } body { margin: 1rem auto }' });
    await toEnd(page);
    await page.keyboard.insertText(' समिति ने निरिक्षण किया।');
    await until(page, async () => (await marks(page)).map(({ text }) => text), ['निरिक्षण']);
    if (!(await text(page)).endsWith('निरिक्षण किया।')) throw new Error(`${name} has other words`);
    const [{ x, y }] = await marks(page);
    await page.mouse.move(x + 1, y);
    await page.mouse.move(x, y);
    await page.waitForTimeout(1500);
    pictures.push([title, (await page.screenshot()).toString('base64')]);
    await page.close();
}

const sheet = await browser.newPage({ viewport: { width: 3 * 680, height: 100 } });
await sheet.setContent(`<style>
    body { margin: 0; padding: 10px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; font: 600 20px system-ui }
    figure { margin: 0 } img { display: block; width: 100%; border: 1px solid #ccc; box-sizing: border-box } figcaption { padding: 6px 2px }
    </style>${pictures.map(([title, data]) => `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${data}"></figure>`).join('')}`);
await sheet.screenshot({ path: `${process.argv[2]}/editors.png`, fullPage: true });
await close();
