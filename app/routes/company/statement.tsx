import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { AgeingBar } from '#app/components/company/ageing-bar.tsx';
import { InvoiceTable } from '#app/components/company/invoice-table.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DescriptionList } from '#app/components/ui/description-list.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { memberMayAnywhere, memberMayEverywhere } from '#app/domain/access/permissions.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { money } from '#app/domain/money/money.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import { financeScope, openStatement, statementRow } from '#app/http/statement.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { listCompanyCreditNotes, listInvoices } from '#db/queries/invoices.server.ts';
import { sumUnused } from '#db/queries/transfers.server.ts';

export const handle: RouteHandle = { messages: ['statement'] };

const perPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs, actor } = await requireMember(request, context, 'see_invoices');
  const { company, member } = buyingAs;
  const { db, now } = context.deps;
  const search = new URL(request.url).searchParams;
  const showsAll = search.get('show') === 'all';
  const cursor = readCursor(search.get('cursor') ?? '', 2);
  const after = cursor && { issuedAt: new Date(String(cursor[0])), id: String(cursor[1]) };
  const { formats } = locales[localeOf(request)];
  const scope = financeScope(member);
  const at = now();
  const of = { scope, companyId: company.id };
  const isWhole = memberMayEverywhere(actor.member, 'see_credit');
  const [open, found, notes, credit, unused] = await Promise.all([
    openStatement(db, { ...of, currency: company.currency, at }),
    listInvoices(db, { ...of, onlyOpen: !showsAll, after, limit: perPage + 1 }),
    listCompanyCreditNotes(db, { ...of, limit: 20 }),
    isWhole ? readCredit(db, { companyId: company.id }) : null,
    isWhole ? sumUnused(db, { companyId: company.id }) : 0n,
  ]);
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const day = (instant: Date) => formatDay(instant, formats, company.timeZone);
  const amount = (minor: bigint) => money(minor, company.currency);
  return {
    mayPay: !actor.standsInFor && memberMayAnywhere(actor.member, 'pay_invoices'),
    showsAll,
    isFirst: after === null,
    next: last ? writeCursor([last.issuedAt.toISOString(), last.id]) : null,
    bands: open.bands,
    total: open.total,
    unused: unused > 0n ? amount(unused) : null,
    credit:
      !credit || credit.limitMinor === null
        ? null
        : {
            limit: amount(credit.limitMinor),
            open: amount(credit.openMinor),
            reserved: amount(credit.reservedMinor),
            available: amount(credit.limitMinor - credit.openMinor - credit.reservedMinor),
          },
    rows: rows.map((invoice) => {
      const { issuedAt, dueOn, ...row } = statementRow(invoice, at);
      return {
        ...row,
        issuedText: day(issuedAt),
        dueText: dueOn ? formatDay(new Date(`${dueOn}T12:00:00Z`), formats, 'UTC') : '',
      };
    }),
    notes: notes.map((note) => ({
      number: note.number,
      invoiceNumber: note.invoiceNumber,
      orderNumber: note.orderNumber,
      dayText: day(note.issuedAt),
      amount: money(note.amountMinor, note.currency),
    })),
  };
}

export default function Statement() {
  const t = useMessages('statement');
  const to = useLocalePath();
  const { mayPay, rows, notes, bands, total, credit, unused, showsAll, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid gap-6">
        <Card title={t('ageing')}>
          <AgeingBar bands={bands} total={total} />
        </Card>
        {(credit ?? unused) && (
          <Card title={t('credit')}>
            <DescriptionList
              facts={[
                ...(credit
                  ? [
                      { label: t('limit'), value: <MoneyText amount={credit.limit} /> },
                      { label: t('open'), value: <MoneyText amount={credit.open} /> },
                      { label: t('reserved'), value: <MoneyText amount={credit.reserved} /> },
                      { label: t('available'), value: <MoneyText amount={credit.available} /> },
                    ]
                  : []),
                ...(unused ? [{ label: t('unused'), value: <MoneyText amount={unused} /> }] : []),
              ]}
            />
          </Card>
        )}
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          <Link to={to(showsAll ? '/company/statement' : '/company/statement?show=all')}>
            {t(showsAll ? 'showOpen' : 'showAll')}
          </Link>
          <a href={to('/company/statement/pdf')}>{t('pdf')}</a>
          <a href={to('/company/statement/csv')}>{t('csv')}</a>
        </p>
        <InvoiceTable
          {...(mayPay && { payAction: to('/company/statement/payments') })}
          rows={rows}
          empty={<EmptyState title={t('none')} text={t(showsAll ? 'noneText' : 'noneOpenText')} />}
        />
        <Pagination next={next} isFirst={isFirst} />
        {notes.length > 0 && (
          <Card title={t('creditNotes')}>
            <ul className="grid gap-2">
              {notes.map((note) => (
                <li key={note.number} className="flex flex-wrap justify-between gap-x-4">
                  <span>
                    <a href={to(`/orders/${note.orderNumber}/credit-notes/${note.number}`)}>{note.number}</a>{' '}
                    {t('noteOf', { day: note.dayText, invoice: note.invoiceNumber })}
                  </span>
                  <MoneyText amount={note.amount} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
