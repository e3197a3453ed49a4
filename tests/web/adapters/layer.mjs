/** Takes the first fix from the card of a field, whose tree is closed, by the pointer. */

import { cardAt } from '../fields/support.mjs';

export async function takeFromLayer(page, mark) {
    const button = await cardAt(page, mark.x, mark.y);
    await page.mouse.click(button.x, button.y);
}
