import { data } from '@remix-run/node';
import type { Refused } from '#app/domain/outcome.ts';
import { translator } from '#app/messages/translate.server.ts';
import { type FlashContext, redirectWithFlash } from './flash.server';
import type { FormAnswer, FormValues } from './form-answer';
import { localeOf } from './locale.server';
import { type RefusalCode, refusalStatus } from './refusals';

/** The refusal in this page's own answer, with its status: for forms that stay where they are. */
export function refusalReply(request: Request, { code }: Refused<RefusalCode>) {
  const text = translator(localeOf(request), 'refusals')(code);
  return data({ refusal: { code, text } }, { status: refusalStatus[code] });
}

/** The refusal at the head of the form it concerns, with everything that was typed. */
export function refusalInForm(request: Request, { code }: Refused<RefusalCode>, form: { values: FormValues }) {
  const answer: FormAnswer = {
    fields: {},
    messages: [translator(localeOf(request), 'refusals')(code)],
    values: form.values,
  };
  return data({ form: answer }, { status: refusalStatus[code] });
}

/** Sends the browser on (303) and says there why nothing was done. */
export const refusalRedirect = (
  request: Request,
  context: FlashContext,
  path: string,
  { code }: Refused<RefusalCode>,
): Promise<Response> => redirectWithFlash(request, context, path, { tone: 'bad', area: 'refusals', key: code });
