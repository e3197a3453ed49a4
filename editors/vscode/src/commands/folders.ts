/** The folders of the window. */

import { type Uri, window, workspace } from 'vscode';
import { say } from '../say.ts';
import { tell } from '../tell.ts';

/** The one folder on disk that is open, or the one of several that the user picks. */
export async function chooseFolder(question: string): Promise<Uri | undefined> {
    const folders = workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
    if (folders.length === 0) {
        tell('information', say('Open a folder first.'), {
            title: say('Open folder'),
            command: 'workbench.action.files.openFolder',
        });
        return undefined;
    }
    if (folders.length === 1) {
        return folders[0]?.uri;
    }
    const items = folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, uri }));
    return (await window.showQuickPick(items, { placeHolder: question }))?.uri;
}
