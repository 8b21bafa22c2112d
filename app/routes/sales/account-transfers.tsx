import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { CompanyAccount } from '#app/components/sales/company-account.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { money, parseAmount } from '#app/domain/money/money.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { accountOf, accountView } from '#app/http/company-account.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { recordTransfer } from '#app/use-cases/invoices/record-transfer.server.ts';

export const handle: RouteHandle = { messages: ['statement'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await accountOf(request, context, params.company, 'set_credit');
  return { data: await accountView(request, context, found) };
}

const transferForm = z.object({
  amount: z.string().trim().min(1).max(30),
  reference: z.string().trim().min(1).max(100),
  invoices: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.uuid()).default([])),
});

/** POST: the bank told of money from this company. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { company, by } = await accountOf(request, context, params.company, 'set_credit');
  const form = await parseForm(request, transferForm);
  if (!form.ok) return formReply(form);
  const amount = parseAmount(form.value.amount.replace(',', '.'), company.currency);
  if (!amount || amount.minor <= 0n) return formReply(fieldRefused(request, form, 'amount', 'not_an_amount'));
  const { reference, invoices: invoiceIds } = form.value;
  const done = await recordTransfer(context.deps, { companyId: company.id, amount, reference, invoiceIds, ...by });
  if (!done.ok) return refusalInForm(request, done, form);
  const { formats } = locales[localeOf(request)];
  const text = (minor: bigint) => formatMoney(money(minor, company.currency), formats);
  return redirectWithFlash(request, context, `/sales/companies/${company.slug}/account`, {
    tone: 'good',
    area: 'statement',
    key: 'transferRecorded',
    values: { used: text(done.value.usedMinor), left: text(done.value.leftMinor) },
  });
}

export default function Transfers() {
  const { data } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return <CompanyAccount data={data} mayChange answer={form} notice={<ErrorSummary answer={form} />} />;
}
