// Takes the pictures of docs/browser.md: `node tests/web/page/pictures.mjs FOLDER`.
import { launch, openPage, servePage } from './support.mjs';

const folder = process.argv[2];
const ARTICLE = `लखनऊ, 12 मार्च 2025 (संवाददाता)। शहर के पुस्तक मेले में इस बार भीड़ उम्मीद से ज़्यादा रही। आयोजकों ने ने बताया कि पहले तीन दिन में क़रीब बीस हज़ार पाठक आए और सबसे अधिक बिक्री बच्चों की किताबों की हुई।

समापन समारोह शुक्रवार, 15 मार्च 2025 को होगा। उसमें नगर निगम के अधिकारी और शहर के शिक्षक बुलाए गए हैं , जबकि कवि सम्मेलन एक दिन पहले रखा गया है।

मेले की समिती के अनुसार अगले साल का मेला बड़े मैदान में लगेगा। “पाठक लौट रहे हैं, यही सबसे बड़ी ख़बर है,” एक प्रकाशक ने कहा।`;

const server = await servePage();
const browser = await launch();

async function take(name, { width, height, ...options }, prepare) {
    const page = await openPage(browser, server.url, { article: ARTICLE, viewport: { width, height }, ...options });
    await page.evaluate(() => document.activeElement.blur());
    await prepare?.(page);
    await page.mouse.move(width - 5, height - 5);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `${folder}/page-${name}.png` });
    await page.context().close();
}
const card = page => page.locator('#marks button').nth(2).click();

await take('desktop', { width: 1180, height: 760 }, card);
await take('dark', { width: 1180, height: 760, colorScheme: 'dark' }, card);
await take('mobile', { width: 360, height: 740, hasTouch: true, isMobile: true }, card);
await browser.close();
await server.close();
