/** What runs in the pages of a site that the user switched on. */

import type { Locale } from '../../src/types.ts';
import { FieldsOfPage } from './fields-of-page.ts';
import { RemoteChecker } from './remote-checker.ts';

// A tab that was open when the site was switched on may have the script twice
globalThis.vartaniPage?.stop();

void chrome.storage.local.get<{ locale?: Locale }>('locale').then(({ locale }) => {
    const checker = new RemoteChecker(changed => {
        fields.refresh(changed);
    });
    const fields = new FieldsOfPage(checker, locale ?? 'hi');
    globalThis.vartaniPage = {
        summary: () => {
            const field = fields.current();
            return (
                field && {
                    focusedAt: fields.focusedAt,
                    fields: fields.size,
                    marks: [...field.marks()],
                    problem: field.problem(),
                }
            );
        },
        reveal: index => {
            const field = fields.current();
            const mark = field?.marks()[index];
            if (field && mark) {
                field.reveal(mark);
            }
        },
        fix: async (index, fixIndex) => {
            const field = fields.current();
            const mark = field?.marks()[index];
            const fix = mark?.fixes[fixIndex];
            return !field || !mark || !fix ? false : field.fix(mark, fix);
        },
        fixAll: async () => (await fields.current()?.fixAll()) ?? false,
        stop: () => {
            fields.stop();
            checker.dispose();
            globalThis.vartaniPage = undefined;
        },
    };
});
