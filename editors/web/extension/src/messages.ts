/** What the parts of the extension say to each other. */

import type { Checker, Diagnostic, Fault, Locale } from '../../src/types.ts';

/** The name of the port between a page and the checker. */
export const CHECKER_PORT = 'checker';

/** What a page may ask of the checker. */
export const PAGE_CALLS = ['open', 'edit', 'diagnostics', 'hover', 'fix', 'close'] as const;
export type PageCall = (typeof PAGE_CALLS)[number];

/** From a page. */
export interface Request {
    id: number;
    call: PageCall;
    args: Parameters<Checker[PageCall]>;
}

/** To a page: which background answers, an answer, or that the settings have changed. */
export type Reply =
    { instance: string } | { id: number; result: unknown } | { id: number; error: string } | { settings: Locale };

/** From the extension's own pages to its background; only `instance` from other pages. */
export type Order =
    { order: 'instance' } | { order: 'configure' } | { order: 'site'; origin: string; on: boolean; tab: number | null };

/** The background's answer to `configure`. */
export interface Configured {
    faults: Fault[];
    error: string | null;
}

/** What the popup is told of a frame. */
export interface FrameSummary {
    /** When a field of it was focused last. */
    focusedAt: number;
    fields: number;
    marks: Diagnostic[];
    problem: string | null;
}

/** What a page's script offers to the popup, in the extension's own world. */
export interface PageFace {
    summary(): FrameSummary | null;
    reveal(index: number): void;
    fix(index: number, fix: number): Promise<boolean>;
    fixAll(): Promise<boolean>;
    stop(): void;
}

declare global {
    var vartaniPage: PageFace | undefined;
}
