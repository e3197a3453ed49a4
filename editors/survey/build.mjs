// Makes the page of `vartani survey --format html` of what is here and puts it into src/cli/survey/page.html:
// `node build.mjs [--check]`. With --check nothing is written, and it fails where that file is not what would be written.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(import.meta.resolve('./'));
const target = `${here}../../src/cli/survey/page.html`;
const bundled = async entry => {
    const options = {
        absWorkingDir: here,
        bundle: true,
        minify: true,
        charset: 'utf8',
        write: false,
        logLevel: 'warning',
    };
    const result = await build({
        ...options,
        entryPoints: [entry],
        format: 'iife',
        target: 'es2022',
        legalComments: 'none',
    });
    return result.outputFiles[0].text.trim();
};

const [template, style, script] = await Promise.all([
    readFile(`${here}src/page.html`, 'utf8'),
    bundled('src/style.css'),
    bundled('src/main.ts'),
]);
// What stands in a script may not end it
const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
const page = template.replace('/*style*/', () => style).replace('/*script*/', () => safe);
if (process.argv.includes('--check')) {
    if ((await readFile(target, 'utf8')) !== page) {
        console.error('src/cli/survey/page.html is out of date: node editors/survey/build.mjs');
        process.exit(1);
    }
} else {
    await writeFile(target, page);
    console.log(`src/cli/survey/page.html: ${Buffer.byteLength(page)} bytes`);
}
