/** As much of React's types as the example needs. */

declare module 'react' {
    export type Element = object;
    export function createElement(
        type: string | (() => Element),
        properties?: object | null,
        ...children: (Element | string)[]
    ): Element;
    export function useState<T>(first: T): [T, (next: T) => void];
}

declare module 'react-dom/client' {
    import type { Element } from 'react';
    export function createRoot(home: globalThis.Element): { render(element: Element): void };
}
