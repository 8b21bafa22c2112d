import type { ActionFunctionArgs } from '@remix-run/node';
import { refused } from '#app/domain/outcome.ts';
import { largestUpload } from '#app/http/limited-body.server.ts';
import { actAsBuyer, toQuote } from '#app/http/quote-act.server.ts';
import { filesField, givenFiles } from '#app/http/uploads.server.ts';
import { attachToQuote } from '#app/use-cases/quotes/attach-to-quote.server.ts';

export const loader = toQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsBuyer(
    args,
    filesField,
    async ({ actor, id, form }) =>
      form.files.length === 0
        ? refused('file_missing')
        : attachToQuote(args.context.deps, { actor, side: 'buyer', id, files: await givenFiles(form.files) }),
    'doneAttached',
    largestUpload,
  );
