/** Opens an invented article with faults in it, to try things on. */

import { type ExtensionContext, Uri, window, workspace } from 'vscode';

export async function openSample(context: ExtensionContext): Promise<void> {
    const file = Uri.joinPath(context.extensionUri, 'walkthrough', 'sample.txt');
    const content = new TextDecoder().decode(await workspace.fs.readFile(file));
    const document = await workspace.openTextDocument({ language: 'plaintext', content });
    await window.showTextDocument(document);
}
