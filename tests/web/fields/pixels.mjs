/** Where words are on the screen, told by pixels alone. */

/** The box of the pixels that differ between two pictures. */
export async function differingBox(page, one, other) {
    const judge = await page.context().browser().newPage();
    const box = await judge.evaluate(
        async pictures => {
            const [a, b] = await Promise.all(
                pictures.map(async data => {
                    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
                    const canvas = new OffscreenCanvas(image.width, image.height);
                    const context = canvas.getContext('2d');
                    context.drawImage(image, 0, 0);
                    return context.getImageData(0, 0, image.width, image.height);
                }),
            );
            let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
            for (let at = 0; at < a.data.length; at += 4) {
                if ([0, 1, 2].some(part => Math.abs(a.data[at + part] - b.data[at + part]) > 40)) {
                    const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)];
                    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
                    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
                }
            }
            return right < 0 ? null : { left, top, right, bottom };
        },
        [one, other].map(picture => picture.toString('base64')),
    );
    await judge.close();
    return box;
}

/** Where a stretch of a plain field is on the screen: selected and not selected, it differs nowhere else. */
export async function selectionBox(page, selector, start, end) {
    await page.locator(selector).evaluate((field, at) => {
        field.style.caretColor = 'transparent';
        field.focus({ preventScroll: true });
        field.setSelectionRange(at, at);
    }, start);
    await page.waitForTimeout(60);
    const before = await page.screenshot();
    await page.locator(selector).evaluate((field, [from, to]) => field.setSelectionRange(from, to), [start, end]);
    await page.waitForTimeout(60);
    return differingBox(page, before, await page.screenshot());
}
