/** Marks in fields of any page. */

export { attachField, type AttachedField, type FieldOptions } from './attach.ts';
export { isField } from './dom.ts';
export { sentence, type Sentence } from './sentences.ts';
