import { createWorkerChecker } from '../src/index.ts';
import type { Checker } from '../src/types.ts';

/** The checker of the page. */
export async function startChecker(): Promise<Checker> {
    window.checker = await createWorkerChecker();
    return window.checker;
}
