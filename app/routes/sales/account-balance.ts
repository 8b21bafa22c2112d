import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { accountOf } from '#app/http/company-account.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { localeOf, pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { useBalance as settleFromBalance } from '#app/use-cases/invoices/record-transfer.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/sales/companies/${params.company ?? ''}/account`));

/** POST: what was paid too much before settles the invoices that are ticked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { company, by } = await accountOf(request, context, params.company, 'set_credit');
  const page = `/sales/companies/${company.slug}/account`;
  const ticked = (await request.formData()).getAll('invoices').map(String);
  const invoiceIds = ticked.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const of = { companyId: company.id, currency: company.currency, invoiceIds, ...by };
  const done = await settleFromBalance(context.deps, of);
  if (!done.ok) return refusalRedirect(request, context, page, done);
  const { formats } = locales[localeOf(request)];
  const text = (minor: bigint) => formatMoney(money(minor, company.currency), formats);
  return redirectWithFlash(request, context, page, {
    tone: 'good',
    area: 'statement',
    key: 'transferRecorded',
    values: { used: text(done.value.usedMinor), left: text(done.value.leftMinor) },
  });
}
