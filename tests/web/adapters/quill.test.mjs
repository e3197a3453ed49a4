import { editorSuite } from './editor_suite.mjs';
import { byHighlights } from './marks.mjs';

editorSuite('quill', { marks: byHighlights, isRich: true });
