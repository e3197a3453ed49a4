import type { Checker } from '../src/types.ts';
import { OneWord } from './one_word.ts';

/** The checker of the page. */
export function startChecker(): Promise<Checker> {
    window.checker = new OneWord();
    return Promise.resolve(window.checker);
}
