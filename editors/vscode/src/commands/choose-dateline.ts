/** Sets the day on which articles are written, for those that do not say so themselves. */

import { ConfigurationTarget, type QuickPickItem, window, workspace } from 'vscode';
import { dayName, daysBefore, isDay } from '../days.ts';
import { say } from '../say.ts';
import { SECTION, settings } from '../settings.ts';
import { tell } from '../tell.ts';

interface Choice extends QuickPickItem {
    /** The day, empty for none; `undefined` to ask for another. */
    day: string | undefined;
}

/** Asks for a day, unless one is given, and sets it for the folder that is open, or for the user. */
export async function chooseDateline(given?: string): Promise<void> {
    const day = given ?? (await chooseDay());
    if (day === undefined) {
        return;
    }
    const hasFolder = workspace.workspaceFolders !== undefined;
    const target = hasFolder ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    try {
        await workspace.getConfiguration(SECTION).update('dateline', day === '' ? undefined : day, target);
    } catch (error) {
        tell('error', say('The dateline could not be written into the settings: {0}', reason(error)));
    }
}

async function chooseDay(): Promise<string | undefined> {
    const now = new Date();
    const choice = (label: string, day: string): Choice => ({ label, description: dayName(day), day });
    const choices: Choice[] = [
        choice(say('Today'), daysBefore(now, 0)),
        choice(say('Yesterday'), daysBefore(now, 1)),
        { label: say('Another day…'), day: undefined },
    ];
    if (settings().dateline !== '') {
        choices.push({ label: say('None'), description: say('as the article says, else today'), day: '' });
    }
    const chosen = await window.showQuickPick(choices, { placeHolder: say('On which day are the articles written?') });
    return chosen === undefined ? undefined : (chosen.day ?? askForDay());
}

function askForDay(): Thenable<string | undefined> {
    return window
        .showInputBox({
            prompt: say('The day, as 2025-03-12'),
            value: settings().dateline,
            validateInput: text =>
                isDay(text.trim()) ? dayName(text.trim()) && null : say('Write the day as 2025-03-12.'),
        })
        .then(text => text?.trim());
}

function reason(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
