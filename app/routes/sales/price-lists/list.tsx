import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { DescriptionList } from '#app/components/ui/description-list.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { phaseOf } from '#app/http/api/price-list-answers.ts';
import { sellersList } from '#app/http/price-list-page.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import type { PriceListOption } from '#app/domain/pricing/price-revision.ts';
import { listApprovedPeriods, listRevisions } from '#db/queries/price-revisions.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };
const pageSize = 25;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { list, timeZone } = await sellersList(request, context, params);
  const { db, now } = context.deps;
  const cursor = new URL(request.url).searchParams.get('cursor');
  const before = cursor ? Number(readCursor(cursor, 1)?.[0] ?? NaN) || null : null;
  const [approved, rows] = await Promise.all([
    listApprovedPeriods(db, { listId: list.id }),
    listRevisions(db, { listId: list.id, before, limit: pageSize + 1 }),
  ]);
  const at = now();
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const { code, name, kind, currency, priority, segment } = list;
  return {
    ...{ code, name, kind, currency, priority, segment, timeZone },
    options: list.options as PriceListOption[],
    owner: list.company ? [list.company.name, list.unit?.name].filter(Boolean).join(', ') : null,
    isFirst: before === null,
    next: last ? writeCursor([last.number]) : null,
    revisions: shown.map((revision) => ({
      number: revision.number,
      state: phaseOf(revision, approved, at) ?? revision.status,
      isPhase: revision.status === 'approved',
      startsAt: revision.effectiveAt ?? revision.startsAt,
      endsAt: revision.endsAt,
      entryCount: revision.entryCount,
    })),
  };
}

export default function PriceList() {
  const t = useMessages('pricing');
  const to = useLocalePath();
  const formats = useFormats();
  const list = useLoaderData<typeof loader>();
  const path = `/sales/price-lists/${encodeURIComponent(list.code)}`;
  return (
    <>
      <PageHead
        title={list.name}
        lead={list.code}
        actions={
          <ButtonLink to={to(`${path}/new-revision`)} tone="primary">
            {t('newRevision')}
          </ButtonLink>
        }
      />
      <Card className="mb-8 max-w-[44rem]">
        <DescriptionList
          facts={[
            { label: t('kind'), value: t(`kind_${list.kind}`) },
            { label: t('appliesTo'), value: list.owner ?? list.segment ?? t('everybody') },
            { label: t('currency'), value: list.currency },
            ...(list.kind === 'segment' ? [{ label: t('priority'), value: list.priority }] : []),
            {
              label: t('options'),
              value: list.options.length ? list.options.map((option) => t(`option_${option}`)).join(', ') : t('none'),
            },
          ]}
        />
      </Card>
      <h2 className="mb-3 text-lg font-semibold">{t('revisions')}</h2>
      <DataTable
        caption={t('revisions')}
        rows={list.revisions}
        rowKey={({ number }) => String(number)}
        empty={<EmptyState title={t('noRevisions')} text={t('noRevisionsText')} />}
        columns={[
          {
            key: 'number',
            label: t('revision'),
            cell: ({ number }) => <Link to={to(`${path}/revisions/${number}`)}>{t('revisionN', { number })}</Link>,
          },
          {
            key: 'state',
            label: t('state'),
            cell: ({ state }) => <StateBadge state={state} label={t(`status_${state}`)} />,
          },
          { key: 'from', label: t('from'), cell: ({ startsAt }) => formatInstant(startsAt, formats, list.timeZone) },
          {
            key: 'until',
            label: t('until'),
            cell: ({ endsAt }) => (endsAt ? formatInstant(endsAt, formats, list.timeZone) : t('openEnd')),
          },
          { key: 'entries', label: t('entries'), isNumber: true, cell: ({ entryCount }) => entryCount },
        ]}
      />
      <Pagination next={list.next} isFirst={list.isFirst} />
    </>
  );
}
