import { editorSuite } from './editor_suite.mjs';
import { byHighlights } from './marks.mjs';

editorSuite('lexical', { marks: byHighlights, isRich: true });
