/** How marks are read off a page: the words that they lie under, in the order of the page, and where. */

/** Marks that are elements around their words. */
export const byElements = selector => page =>
    page.evaluate(
        selector =>
            [...document.querySelectorAll(selector)].map(element => {
                const { left, top, width, height } = element.getBoundingClientRect();
                return { text: element.textContent, x: left + width / 2, y: top + height / 2 };
            }),
        selector,
    );

/** Marks by the CSS Custom Highlight API. */
export const byHighlights = page =>
    page.evaluate(() =>
        [...CSS.highlights]
            .flatMap(([, ranges]) => [...ranges])
            .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
            .map(range => {
                const { left, top, width, height } = range.getBoundingClientRect();
                return { text: range.toString(), x: left + width / 2, y: top + height / 2 };
            }),
    );
