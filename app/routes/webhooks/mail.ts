import { createHash, timingSafeEqual } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import * as z from 'zod';
import { suppressAddress } from '#app/use-cases/reminders/suppress-address.server.ts';

const report = z.object({ type: z.enum(['bounce', 'complaint']), email: z.email().max(254) });
const reports = z.union([report.transform((one) => [one]), z.array(report).max(1_000)]);

const digest = (text: string) => createHash('sha256').update(text).digest();

/** POST, from the mail provider: addresses that came back for good, and people who called a mail unwanted. */
export async function action({ request, context: { deps } }: ActionFunctionArgs) {
  const expected = deps.settings.mailReportToken;
  const shown = request.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';
  if (!expected || !timingSafeEqual(digest(shown), digest(expected)))
    return Response.json({ code: 'unauthorized' }, { status: 401 });
  const parsed = reports.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: 'invalid' }, { status: 422 });
  for (const { type, email } of parsed.data)
    await suppressAddress(deps, {
      address: email,
      as: type === 'bounce' ? 'bounced' : 'complained',
      source: 'provider',
    });
  return new Response(null, { status: 204 });
}

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } });
