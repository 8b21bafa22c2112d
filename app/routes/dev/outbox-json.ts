import type { LoaderFunctionArgs } from '@remix-run/node';
import { demoOnly } from '#app/http/demo-only.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';

const most = 500;

/** What left the shop, newest first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  demoOnly(context);
  const to = new URL(request.url).searchParams.get('to');
  const mails = await listSentEmails(context.deps.db, { to, limit: most });
  return Response.json(
    mails.map(({ to: recipient, subject, html, text, headers, sentAt }) => ({
      to: recipient,
      subject,
      html,
      text,
      headers,
      sent_at: sentAt.toISOString(),
    })),
    { headers: { 'Cache-Control': 'no-store' } },
  );
}
