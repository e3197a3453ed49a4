/** Marks in fields of any page. */

export { attachField, type AttachedField } from './attach.ts';
export { isField } from './dom.ts';
export type { FieldOptions } from './options.ts';
