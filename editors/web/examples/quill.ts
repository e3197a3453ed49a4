import 'quill/dist/quill.snow.css';
import Quill from 'quill';
import { vartani } from '../src/adapters/quill.ts';
import { startChecker } from './checker.ts';
import { HTML, OPTIONS, show } from './example.ts';

const checker = await startChecker();

await show(parent => {
    const quill = new Quill(parent, { theme: 'snow', modules: { toolbar: ['bold', 'link'] } });
    quill.clipboard.dangerouslyPasteHTML(HTML);
    const attached = vartani(quill, checker, OPTIONS);
    return {
        element: quill.root,
        text: () => quill.getText().trimEnd(),
        html: () => quill.root.innerHTML,
        destroy() {
            attached.destroy();
            parent.remove();
        },
    };
});
