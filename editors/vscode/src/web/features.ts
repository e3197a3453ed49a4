/** What an editor asks of an article: cards, names that go on with a word, and fixes. */

import {
    CodeAction,
    CodeActionKind,
    type CodeActionProvider,
    type CodeActionProviderMetadata,
    CompletionItem,
    CompletionItemKind,
    type CompletionItemProvider,
    Hover,
    type HoverProvider,
    MarkdownString,
} from 'vscode';
import { action, type Articles, asEdit, range } from './articles.ts';

export function hovers(articles: Articles): HoverProvider {
    return {
        provideHover: async (document, position) => {
            const card = await articles.session(document)?.hover(document.offsetAt(position));
            if (!card) {
                return undefined;
            }
            // Names come from files of the workspace: no commands, no HTML
            return new Hover(new MarkdownString(card.markdown), range(document, card.start, card.end));
        },
    };
}

export function completions(articles: Articles): CompletionItemProvider {
    return {
        provideCompletionItems: async (document, position) => {
            const offered = (await articles.session(document)?.complete(document.offsetAt(position))) ?? [];
            return offered.map(({ label, detail, edit }) => {
                const item = new CompletionItem({ label, description: detail }, CompletionItemKind.Text);
                item.range = range(document, edit.start, edit.end);
                item.insertText = edit.insert;
                item.filterText = document.getText(item.range);
                return item;
            });
        },
    };
}

/** All safe fixes at once, as *Fix Article* and whoever set it for saving ask for them. */
const FIX_ALL = CodeActionKind.SourceFixAll.append('vartani');

export function fixes(articles: Articles): CodeActionProvider {
    return {
        provideCodeActions: async (document, asked, { only }) => {
            if (only?.intersects(FIX_ALL) === true) {
                const edits = await articles.safeEdits(document);
                const all = new CodeAction(FIX_ALL.value, FIX_ALL);
                all.edit = asEdit(document, edits);
                return edits.length > 0 ? [all] : [];
            }
            const [start, end] = [document.offsetAt(asked.start), document.offsetAt(asked.end)];
            const marks =
                articles.session(document)?.marks.filter(mark => mark.start <= end && mark.end >= start) ?? [];
            return marks.flatMap(mark => mark.fixes.map(fix => action(document, mark, fix)));
        },
    };
}

fixes.metadata = {
    providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
} satisfies CodeActionProviderMetadata;
