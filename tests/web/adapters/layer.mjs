/** Takes the first fix from the card of a field, whose tree is closed, by the pointer. */

import { buttonInLayer } from '../fields/support.mjs';

export async function takeFromLayer(page, mark) {
    await page.mouse.move(mark.x + 1, mark.y);
    await page.mouse.move(mark.x, mark.y);
    const deadline = Date.now() + 10_000;
    let button = null;
    while (!button) {
        if (Date.now() > deadline) throw new Error('no card is shown');
        await page.waitForTimeout(50);
        button = await buttonInLayer(page);
    }
    await page.mouse.click(button.x, button.y);
}
