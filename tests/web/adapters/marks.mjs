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

/** Marks by the CSS Custom Highlight API, of the page or of the frames in it. */
export const byHighlights = page =>
    page.evaluate(() => {
        const frames = [...document.querySelectorAll('iframe')].map(frame => [frame.contentWindow, frame.getBoundingClientRect()]);
        return [[window, { left: 0, top: 0 }], ...frames].flatMap(([{ CSS, Range }, corner]) =>
            [...CSS.highlights]
                .flatMap(([, ranges]) => [...ranges])
                .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
                .map(range => {
                    const { left, top, width, height } = range.getBoundingClientRect();
                    return { text: range.toString(), x: corner.left + left + width / 2, y: corner.top + top + height / 2 };
                }),
        );
    });

/** Marks that lie beneath the lines: the aksharas over each of them, told by where they are painted. */
export const bySquiggles = page =>
    page.evaluate(() => {
        const letters = [...document.querySelectorAll('.view-line')].flatMap(line => {
            const found = [];
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const { data } = walker.currentNode;
                for (const { segment, index } of new Intl.Segmenter('hi').segment(data)) {
                    const range = document.createRange();
                    range.setStart(walker.currentNode, index);
                    range.setEnd(walker.currentNode, index + segment.length);
                    found.push({ segment, rect: range.getBoundingClientRect() });
                }
            }
            return found;
        });
        return [...document.querySelectorAll("[class*='squiggly-']")].map(squiggle => {
            const box = squiggle.getBoundingClientRect();
            const over = letters.filter(({ rect }) => {
                const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
                return x > box.left && x < box.right && y > box.top && y < box.bottom;
            });
            const text = over.map(({ segment }) => segment).join('');
            return { text, x: box.left + box.width / 2, y: box.top + box.height / 2 };
        });
    });
