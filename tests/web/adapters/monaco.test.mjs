import { editorSuite } from './editor_suite.mjs';
import { bySquiggles } from './marks.mjs';

editorSuite('monaco', {
    marks: bySquiggles,
    losesHalves: true,
    // The hover tells what is wrong; the fix is in the menu of the light bulb
    async takeFix(page, mark) {
        await page.mouse.move(mark.x + 1, mark.y);
        await page.mouse.move(mark.x, mark.y);
        await page.locator('.monaco-hover:not(.hidden)', { hasText: 'की सही वर्तनी' }).first().waitFor();
        await page.mouse.click(mark.x, mark.y);
        await page.keyboard.press('Control+.');
        await page.locator('.action-widget .monaco-list-row', { hasText: 'लिखें' }).first().click();
    },
});
