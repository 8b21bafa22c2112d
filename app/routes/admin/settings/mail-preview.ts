import type { LoaderFunctionArgs } from '@remix-run/node';
import { isLocale } from '#app/domain/i18n/locales.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { requireSettings } from '#app/http/settings-form.server.ts';
import { type EmailName, emailProps } from '#app/jobs/emails.ts';
import { renderEmail } from '#app/jobs/render-email.server.ts';
import { sampleEmailProps } from '#app/jobs/sample-email.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';

/** A mail with made-up values and the owner's words, for the frame of the page they are changed on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const mail = params.mail ?? '';
  if (!Object.hasOwn(emailProps, mail)) throw notFound();
  const language = new URL(request.url).searchParams.get('language');
  const { db, settings } = context.deps;
  const { document } = await readSettings(db, { kind: 'mails' });
  const props = sampleEmailProps(mail as EmailName, { origin: settings.origin, variant: 0 });
  const { html } = await renderEmail({ template: mail, locale: isLocale(language) ? language : 'en', props }, document);
  return new Response(
    html.replace(/<head[^>]*>/, (head) => `${head}<base target="_top">`),
    { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } },
  );
}
