import type { LoaderFunctionArgs } from '@remix-run/node';
import { reminderInAddress, sampleReminder } from '#app/http/reminder-sample.server.ts';
import { requireSettings } from '#app/http/settings-form.server.ts';
import { renderEmail } from '#app/jobs/render-email.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';

/** A reminder with a made-up cart, for the frames of the page the series is changed on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { db, settings } = context.deps;
  const { step, language } = reminderInAddress(request);
  const [{ document: series }, { document: words }] = [
    await readSettings(db, { kind: 'reminders' }),
    await readSettings(db, { kind: 'mails' }),
  ];
  const props = sampleReminder({ step, series, origin: settings.origin });
  const { html } = await renderEmail({ template: 'cart-reminder', locale: language, props }, words);
  return new Response(
    html.replace(/<head[^>]*>/, (head) => `${head}<base target="_top">`),
    { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } },
  );
}
