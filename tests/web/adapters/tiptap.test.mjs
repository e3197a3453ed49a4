import { editorSuite } from './editor_suite.mjs';
import { byElements } from './marks.mjs';

editorSuite('tiptap', { marks: byElements("[class*='vartani-underline-']"), isRich: true });
