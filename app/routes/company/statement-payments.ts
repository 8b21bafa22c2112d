import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { parseForm } from '#app/http/form.ts';
import { localeOf, pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import { startAccountPayment } from '#app/use-cases/invoices/pay-invoice-by-card.server.ts';

const page = '/company/statement';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

/** POST: what is open of an invoice is paid by card, on the provider's page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, actor } = await requireMember(request, context, 'see_documents');
  const form = await parseForm(request, z.object({ invoice: z.guid(), ...buyingAsField }));
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'not_found' });
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalRedirect(request, context, page, moved);
  const started = await startAccountPayment(context.deps, {
    actor,
    invoiceId: form.value.invoice,
    origin: new URL(request.url).origin,
    locale: localeOf(request),
    email: viewer.person.email,
  });
  if (!started.ok) return refusalRedirect(request, context, page, started);
  return redirect(started.value.url, { status: 303 });
}
