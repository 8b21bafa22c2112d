import type { ActionFunctionArgs } from '@remix-run/node';
import { refused } from '#app/domain/outcome.ts';
import { largestUpload } from '#app/http/limited-body.server.ts';
import { actAsSeller, toSellerQuote } from '#app/http/quote-act.server.ts';
import { filesField, givenFiles } from '#app/http/uploads.server.ts';
import { attachToQuote } from '#app/use-cases/quotes/attach-to-quote.server.ts';

export const loader = toSellerQuote;
export const action = (args: ActionFunctionArgs) =>
  actAsSeller(
    args,
    filesField,
    async ({ actor, quote: { id }, form }) =>
      form.files.length === 0
        ? refused('file_missing')
        : attachToQuote(args.context.deps, { actor, side: 'seller', id, files: await givenFiles(form.files) }),
    'doneAttached',
    largestUpload,
  );
