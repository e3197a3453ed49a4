/** The small parts that need no server. */

import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import hindi from '../../l10n/bundle.l10n.hi.json';
import manifest from '../../package.json';
import nls from '../../package.nls.json';
import schema from '../../../../docs/vartani.schema.json';
import { parseRules } from '../../src/commands/choose-rule.ts';
import { actorFiles, withActors } from '../../src/commands/open-actors.ts';
import { dictionaryPath } from '../../src/commands/open-dictionary.ts';
import { ruleOfLine } from '../../src/config-rule.ts';
import { dayName, daysBefore, isDay } from '../../src/days.ts';
import { isGarbled } from '../../src/encoding.ts';
import { parseReport, toUtf16 } from '../../src/findings.ts';
import { countWords } from '../../src/words.ts';
import { Restarts } from '../../src/server/restarts.ts';
import { speaksAlike } from '../../src/server/version.ts';

describe('small parts', () => {
    it('a server is started again later each time, and left alone after five deaths in ten minutes', () => {
        const MINUTE = 60_000;
        const restarts = new Restarts();
        const waits = [0, 1, 2, 3, 4].map(minute => restarts.died(minute * MINUTE));
        assert.deepEqual(waits, [250, 500, 1000, 2000, undefined]);
        restarts.forget();
        assert.equal(restarts.died(5 * MINUTE), 250);
        assert.equal(restarts.died(16 * MINUTE), 250);
    });

    it('versions speak alike up to the first number that counts', () => {
        assert.ok(speaksAlike('0.1.0', '0.1.7'));
        assert.ok(!speaksAlike('0.1.0', '0.2.0'));
        assert.ok(speaksAlike('1.2.0', '1.9.3'));
        assert.ok(!speaksAlike('1.2.0', '2.2.0'));
    });

    it('a day is one of the calendar', () => {
        assert.deepEqual(['2025-03-12', '2024-02-29', '2025-02-29', '2025-04-31', '12-03-2025', ''].map(isDay), [
            true,
            true,
            false,
            false,
            false,
            false,
        ]);
        assert.equal(daysBefore(new Date(2025, 2, 1, 0, 30), 1), '2025-02-28');
        assert.equal(dayName('2025-03-12'), 'बुधवार, 12 मार्च 2025');
    });

    it('a line of vartani.toml is about a rule, or about none', () => {
        const lines = [
            'locale = "hi"',
            '[rules]',
            '"date/weekday" = "off"',
            '[[sets.chunav.pattern]]',
            'words = ["प्रचंड जीत"]',
            'name = "jeet"',
            '[[pattern]]',
            'words = ["मरने वाला"]',
        ];
        assert.deepEqual(
            lines.map((_, line) => ruleOfLine(lines, line)),
            [undefined, undefined, 'date/weekday', 'style/jeet', 'style/jeet', 'style/jeet', undefined, undefined],
        );
        assert.equal(ruleOfLine([], 0), undefined);
    });

    it('columns of the report are characters, those of VS Code are not', () => {
        assert.deepEqual(
            [0, 1, 2, 3, 9].map(at => toUtf16('a📚ने', at)),
            [0, 1, 3, 4, 5],
        );
    });

    it('a report that was cut off is read as far as it goes', () => {
        assert.deepEqual(parseReport('{"path":"a"}\n{"pa'), [{ path: 'a' }]);
    });

    it('names are entered before the first table', () => {
        assert.equal(withActors('[rules]\n', 'n.toml'), 'actors = ["n.toml"]\n[rules]\n');
        assert.equal(withActors('# actors = []\n[rules]\n', 'n.toml'), 'actors = ["n.toml"]\n[rules]\n');
        assert.equal(withActors('actors = []\n[rules]\n', 'n.toml'), 'actors = ["n.toml"]\n[rules]\n');
        assert.deepEqual(actorFiles('actors = ["a.toml", "b.toml"]'), ['a.toml', 'b.toml']);
        assert.deepEqual(actorFiles('locale = "hi"'), []);
        assert.equal(actorFiles('locale = '), undefined);
    });

    it('rules are read from their listing', () => {
        assert.deepEqual(parseRules('date/weekday   warning   वार उस दिन का नहीं है।\n'), [
            { label: 'date/weekday', detail: 'वार उस दिन का नहीं है।' },
        ]);
    });

    it('words are counted without their markup', () => {
        assert.equal(countWords('बैठक 12 मार्च को हुई: 1,250 लोग आए-गए।', 'plaintext'), 8);
        assert.equal(
            countWords('---\ntitle: मेला\n---\n# मेला\n\n[बैठक](https://example.org/a) **आज** है।\n', 'markdown'),
            4,
        );
        assert.equal(countWords('<!-- टिप्पणी --><p class="a">बैठक&nbsp;<b>आज</b> है।</p>', 'html'), 3);
        assert.equal(countWords('मेला\n\n---\n\nबैठक आज\n\n---\n', 'markdown'), 3);
        assert.equal(countWords('', 'plaintext'), 0);
    });

    it('the dictionary is where the program looks for it', () => {
        const path = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string =>
            dictionaryPath(env, platform, '/home/a');
        assert.equal(path({}, 'linux'), '/home/a/.config/vartani/dictionary.txt');
        assert.equal(path({ XDG_CONFIG_HOME: '/c' }, 'darwin'), '/c/vartani/dictionary.txt');
        assert.equal(path({ XDG_CONFIG_HOME: 'c' }, 'linux'), '/home/a/.config/vartani/dictionary.txt');
        assert.equal(path({ APPDATA: 'C:\\A\\Roaming' }, 'win32'), 'C:\\A\\Roaming\\vartani\\dictionary.txt');
    });

    it('every rule can be given a severity in the settings', () => {
        const { properties } = manifest.contributes.configuration.properties['vartani.rules'];
        assert.deepEqual(Object.keys(properties), schema.properties.rules.propertyNames.anyOf[0]?.enum);
    });

    it('every setting and command is told in the README', async () => {
        const readme = await readFile(path.join(process.env.VARTANI_EXTENSION ?? '', 'README.md'), 'utf8');
        const settings = Object.keys(manifest.contributes.configuration.properties).map(name => `\`${name.slice(8)}\``);
        const titles = manifest.contributes.commands.map(
            ({ title }) => nls[title.slice(1, -1) as keyof typeof nls].split(' (')[0] ?? '',
        );
        assert.deepEqual(
            [...settings, ...titles].filter(text => !readme.includes(text)),
            [],
        );
    });

    it('a text read in the wrong encoding shows it', () => {
        assert.ok(isGarbled('\uFFFD\uFFFD\uFFFD ab'));
        assert.ok(!isGarbled('पाठक आए।'));
        assert.ok(!isGarbled(''));
    });

    it('whatever is said in English is said in Hindi', () => {
        // No Hindi pack of VS Code exists: both languages stand in one string
        const single = Object.entries(nls).filter(
            ([, text]) => !/\p{Script=Devanagari}.*( · |\n\n| ).*[A-Za-z]{3}/su.test(text),
        );
        assert.deepEqual(single, []);
        const named = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
        assert.deepEqual([...new Set(named)].sort(), Object.keys(nls).sort());
        const untold = Object.entries(hindi).filter(
            ([english, text]) => english === '' || text === '' || holes(english) !== holes(text),
        );
        assert.deepEqual(untold, []);
    });
});

function holes(sentence: string): string {
    return [...sentence.matchAll(/\{\d\}/g)]
        .map(([hole]) => hole)
        .sort()
        .join();
}
