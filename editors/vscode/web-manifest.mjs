// Prints the manifest of the extension for a VS Code that runs no programs: package.json without what needs the program.
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';

/** The commands that src/web/ has. */
const COMMANDS = ['vartani.fixArticle', 'vartani.showLog'];

/** The settings that src/web/ reads. */
const SETTINGS = ['vartani.enable', 'vartani.locale', 'vartani.dateline'];

const manifest = JSON.parse(await readFile(path.join(import.meta.dirname, 'package.json'), 'utf8'));
const { contributes } = manifest;
delete manifest.main;
delete manifest.extensionKind;
delete manifest.scripts;
delete manifest.dependencies;
delete manifest.devDependencies;
manifest.browser = './dist/web.js';
manifest.capabilities.virtualWorkspaces = true;
manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = [];
manifest.contributes = {
    commands: contributes.commands.filter(({ command }) => COMMANDS.includes(command)),
    keybindings: contributes.keybindings.filter(({ command }) => COMMANDS.includes(command)),
    menus: { commandPalette: [] },
    configuration: [contributes.configuration].flat().map(section => ({
        ...section,
        properties: Object.fromEntries(Object.entries(section.properties).filter(([name]) => SETTINGS.includes(name))),
    })),
    configurationDefaults: contributes.configurationDefaults,
    snippets: contributes.snippets,
};
console.log(JSON.stringify(manifest, null, 2));
