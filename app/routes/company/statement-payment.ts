import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { idParam, notFound, requireMember } from '#app/http/require-actor.server.ts';
import { settleAccountPayment } from '#app/use-cases/invoices/pay-invoice-by-card.server.ts';
import { findAccountPayment } from '#db/queries/account-payments.server.ts';

/** The browser comes back from the payment page: the same question the webhook and the sweep ask. Who turned back there
 *  gives up this attempt. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { buyingAs } = await requireMember(request, context, 'see_documents');
  const payment = await findAccountPayment(context.deps.db, { id: idParam(params.payment) });
  if (payment?.companyId !== buyingAs.company.id) throw notFound();
  const isOver = new URL(request.url).searchParams.has('cancelled');
  const status = await settleAccountPayment(context.deps, { id: payment.id, via: 'return', isOver });
  const said = {
    paid: { tone: 'good', key: 'paidFlash' },
    open: { tone: 'info', key: 'payWaiting' },
    starting: { tone: 'info', key: 'payWaiting' },
    expired: { tone: 'bad', key: 'payNot' },
  } as const;
  return redirectWithFlash(request, context, '/company/statement', {
    area: 'statement',
    ...said[status ?? 'expired'],
  });
}
