import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { readMomentCursor, writeCursor } from '#app/http/api/cursor.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { approveSeveral } from '#app/use-cases/purchase-orders/approve-several.server.ts';
import { listWaitingFor } from '#db/queries/approver-mails.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

const mostShown = 100;
/** A document and the revision that was on the page: `id:2`. */
const shape = {
  selected: z
    .array(z.string().regex(/^[0-9a-f-]{36}:\d{1,6}$/))
    .max(mostShown)
    .default([]),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs, viewer } = await requireMember(request, context);
  const cursor = readMomentCursor(new URL(request.url).searchParams.get('cursor'));
  const found = await listWaitingFor(context.deps.db, {
    personId: actor.person,
    companyId: buyingAs.company.id,
    after: cursor && { since: cursor.at, caseId: cursor.id },
    limit: mostShown + 1,
  });
  const waiting = found.slice(0, mostShown);
  const last = found.length > mostShown ? waiting.at(-1) : undefined;
  const { formats } = locales[viewer.locale];
  return {
    isFirst: cursor === null,
    next: last ? writeCursor([last.since.toISOString(), last.caseId]) : null,
    rows: waiting.flatMap(({ documentId, revision, number, unit, totalMinor, currency, since }) =>
      number === null || totalMinor === null || currency === null
        ? []
        : [
            {
              key: `${documentId}:${revision}`,
              id: documentId,
              number,
              unit: unit ?? '',
              total: formatMoney(money(totalMinor, currency), formats),
              sinceIso: since.toISOString(),
              since: formatInstant(since, formats, buyingAs.company.timeZone),
            },
          ],
    ),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', shape);
  if (!form.ok) return form.answer;
  const approved = await approveSeveral(context.deps, {
    actor: form.as.actor,
    documents: form.value.selected.map((text) => {
      const [id = '', revision = ''] = text.split(':');
      return { id, revision: Number(revision) };
    }),
  });
  const path = '/company/approvals';
  return approved === 0
    ? redirectWithFlash(request, context, path, { tone: 'bad', area: 'purchaseOrders', key: 'approvedNone' })
    : redirectWithFlash(request, context, path, {
        tone: 'good',
        area: 'purchaseOrders',
        key: approved < form.value.selected.length ? 'approvedPart' : 'approvedSome',
        values: { count: approved },
      });
}

export default function Approvals() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('inbox')} lead={t('inboxLead')} />
      <Form method="post">
        <BuyingAsField />
        <DataTable
          caption={t('inbox')}
          rows={rows}
          rowKey={({ key }) => key}
          rowName={({ number }) => number}
          bulkActions={<SubmitButton tone="primary">{t('approveSelected')}</SubmitButton>}
          columns={[
            {
              key: 'number',
              label: t('number'),
              cell: ({ id, number }) => <Link to={to(`/company/purchase-orders/${id}`)}>{number}</Link>,
            },
            { key: 'unit', label: t('unit'), cell: ({ unit }) => unit },
            { key: 'total', label: t('total'), isNumber: true, cell: ({ total }) => <bdi>{total}</bdi> },
            {
              key: 'since',
              label: t('waiting'),
              cell: ({ since, sinceIso }) => <time dateTime={sinceIso}>{since}</time>,
            },
          ]}
          empty={<EmptyState title={t('inboxEmptyTitle')} text={t('inboxEmptyText')} />}
        />
      </Form>
      <Pagination next={next} isFirst={isFirst} />
    </>
  );
}
