import { editorSuite } from './editor_suite.mjs';
import { byElements } from './marks.mjs';

editorSuite('prosemirror', { marks: byElements("[class*='vartani-underline-']"), isRich: true });
