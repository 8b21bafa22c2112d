import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireSettings } from '#app/http/settings-form.server.ts';
import { sampleReminder } from '#app/http/reminder-sample.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { queueEmail } from '#app/use-cases/mail/queue-email.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';

const page = '/admin/reminders/series';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

const testForm = z.object({
  step: z.enum(['1', '2', '3']).transform((text) => Number(text) as 1 | 2 | 3),
  language: z.enum(['en', 'de']),
});

/** POST: the reminder as it stands goes to whoever asks, about a made-up cart. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireSettings(request, context);
  const form = await parseForm(request, testForm);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const { db, now, settings } = context.deps;
  const { step, language } = form.value;
  const { document: series } = await readSettings(db, { kind: 'reminders' });
  await db.transaction((tx) =>
    queueEmail(tx, {
      key: `reminder_test:${newId()}`,
      template: 'cart-reminder',
      to: viewer.person.email,
      locale: language,
      props: sampleReminder({ step, series, origin: settings.origin }),
      at: now(),
    }),
  );
  return redirectWithFlash(request, context, `${page}?step=${step}&language=${language}`, {
    tone: 'good',
    area: 'reminders',
    key: 'seriesSent',
  });
}
