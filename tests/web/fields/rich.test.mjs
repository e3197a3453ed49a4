import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buttonInLayer, cardAt, eventually, launch, marks, openFields, painted } from './support.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const BODY = `<div id="field" contenteditable="true"><h2>शीर्षक में गलत</h2>
    <p>राम ने   <b>ग</b>लत कहा।<br>दूसरी पंक्ति <span contenteditable="false">@गलत</span> में।</p>
    <ul><li>एक</li><li>दो गलत</li></ul><p><br></p></div>`;

test('an editable element is read line by line, islands and white space aside', async () => {
    const page = await openFields(browser, BODY);
    await painted(page, 3);
    assert.equal(
        await page.evaluate(() => window.fields[0].text()),
        'शीर्षक में गलत\nराम ने गलत कहा।\nदूसरी पंक्ति \uFFFC में।\nएक\nदो गलत',
    );
    assert.deepEqual(
        (await marks(page)).map(({ text }) => text),
        ['गलत', 'गलत', 'गलत'],
    );
    await page.close();
});

test('marking changes nothing in the document', async () => {
    const page = await openFields(browser, BODY);
    await painted(page, 3);
    const body = await page.evaluate(() => document.body.innerHTML);
    assert.equal(body.trim(), BODY.replaceAll('<br>', '<br>').trim());
    await page.close();
});

test('marks stay under their words while somebody types before them', async () => {
    const page = await openFields(browser, '<p id="field" contenteditable>यह गलत है</p>');
    await painted(page, 1);
    await page.locator('#field').focus();
    await page.keyboard.press('Home');
    await page.keyboard.type('कल ');
    const edits = await eventually(async () => {
        const edits = await page.evaluate(() =>
            window.checker.calls.filter(([name]) => name === 'edit').flatMap(call => call[2]),
        );
        assert.equal(edits.map(({ insert }) => insert).join(''), 'कल ');
        return edits;
    });
    assert.deepEqual(
        (await marks(page)).map(({ text }) => text),
        ['गलत'],
    );
    assert.ok(edits.every(({ start, end, insert }) => end - start + insert.length <= 4));
    await page.close();
});

test('a fix in an editable element is typed and undone by Ctrl+Z', async () => {
    const page = await openFields(browser, '<div id="field" contenteditable><p>यह गलत <i>है</i></p><p>और यह</p></div>');
    await painted(page, 1);
    const before = await page.locator('#field').innerHTML();
    assert.equal(
        await page.evaluate(() =>
            window.fields[0].fix(window.fields[0].marks()[0], window.fields[0].marks()[0].fixes[0]),
        ),
        true,
    );
    await painted(page, 0);
    assert.equal(await page.locator('#field').innerHTML(), before.replace('गलत', 'ग़लत'));
    await page.keyboard.press('Control+z');
    await painted(page, 1);
    assert.equal(await page.locator('#field').innerHTML(), before);
    await page.close();
});

test('a fix is told as a spelling correction: an editor that writes by itself makes it, once', async () => {
    const page = await openFields(browser, '<p id="field" contenteditable>यह गलत है</p>');
    await painted(page, 1);
    const told = await page.evaluate(async () => {
        const [field] = window.fields;
        const told = [];
        field.element.addEventListener('input', event => told.push(event.inputType));
        field.element.addEventListener('beforeinput', event => {
            told.push(event.inputType);
            event.preventDefault();
            const [{ startContainer: text, startOffset, endOffset }] = event.getTargetRanges();
            setTimeout(() => text.replaceData(startOffset, endOffset - startOffset, event.data), 30);
        });
        const [mark] = field.marks();
        return [await field.fix(mark, mark.fixes[0]), ...told];
    });
    assert.deepEqual(told, [true, 'insertReplacementText']);
    assert.equal(await page.locator('#field').innerHTML(), 'यह ग़लत है');
    await page.close();
});

test('the card of a field in a low frame is shown outside of the frame, and goes with it', async () => {
    const frame = `<iframe style="height: 60px; border: 3px solid; padding: 5px" srcdoc="<p contenteditable>यह गलत है</p>"></iframe>`;
    const page = await openFields(browser, frame);
    await page.waitForFunction(() => document.querySelector('iframe').contentDocument.querySelector('p'));
    await page.evaluate(() => {
        const { contentDocument } = document.querySelector('iframe');
        window.fields = [vartani.attachField(contentDocument.querySelector('p'), window.checker)];
    });
    await page.waitForFunction(() => window.fields[0].marks().length === 1);
    const text = page.frameLocator('iframe').locator('p');
    const point = async () => {
        const { x, y } = await text.boundingBox();
        await page.mouse.move(0, 0);
        return cardAt(page, x + 40, y + 12);
    };
    const button = await point();
    const { y, height } = await page.locator('iframe').boundingBox();
    assert.ok(button.y > y + height, 'the card is cut off');
    await page.mouse.click(button.x, button.y);
    await page.waitForFunction(() => window.fields[0].text() === 'यह ग़लत है');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.fields[0].marks().length === 1);
    assert.ok(await point());
    await page.evaluate(() => document.querySelector('iframe').remove());
    assert.equal(await buttonInLayer(page), null);
    await page.close();
});

test('a word that is being typed is not marked until the writer leaves it', async () => {
    const page = await openFields(browser, '<textarea id="field"></textarea>', { options: { typingDelay: 60_000 } });
    await page.locator('#field').focus();
    await page.keyboard.insertText('यह गलत');
    await page.waitForTimeout(350);
    await painted(page, 0);
    await page.keyboard.insertText(' है');
    await painted(page, 1);
    await page.close();
});
