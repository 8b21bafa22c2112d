import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button, ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { priceListKinds } from '#app/domain/pricing/states.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listPriceLists, listWaitingRevisions } from '#db/queries/price-revisions.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };

const pageSize = 50;
const filters = z.object({
  search: z.string().trim().max(100).catch(''),
  kind: z.enum(priceListKinds).or(z.literal('')).catch(''),
  waiting: z.literal('yes').or(z.literal('')).catch(''),
  cursor: z.string().max(500).catch(''),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope, actor } = await requireStaff(request, context, 'draft_price_lists');
  const asked = filters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const after = asked.cursor ? (readCursor(asked.cursor, 1)?.[0] ?? null) : null;
  const { db, now } = context.deps;
  const rows = await listPriceLists(db, {
    scope,
    filters: {
      search: asked.search || undefined,
      kind: asked.kind || undefined,
      waiting: asked.waiting === 'yes',
    },
    at: now(),
    after: after === null ? null : String(after),
    limit: pageSize + 1,
  });
  const waiting = await listWaitingRevisions(db, { scope, limit: 20 });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    asked,
    isFirst: after === null,
    next: last ? writeCursor([last.code]) : null,
    waiting: waiting
      .filter(({ makers }) => !makers.includes(actor.person))
      .map(({ code, name, company, number }) => ({ code, name, company, number })),
    lists: shown.map(({ code, name, kind, currency, company, unit, inForce, scheduled, open }) => ({
      ...{ code, name, kind, currency, inForce, scheduled, open },
      owner: company ? [company.name, unit?.name].filter(Boolean).join(', ') : null,
    })),
  };
}

export default function PriceLists() {
  const t = useMessages('pricing');
  const to = useLocalePath();
  const { lists, waiting, asked, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('listsLead')}
        actions={
          <ButtonLink to={to('/sales/price-lists/new')} tone="primary">
            {t('newList')}
          </ButtonLink>
        }
      />
      {waiting.length > 0 && (
        <section className="mb-8 rounded border border-line bg-warn-soft p-4">
          <h2 className="mb-2 font-semibold">{t('waitsForASecondSeller')}</h2>
          <ul className="grid gap-1">
            {waiting.map(({ code, name, company, number }) => (
              <li key={`${code} ${number}`}>
                <Link to={to(`/sales/price-lists/${encodeURIComponent(code)}/revisions/${number}/review`)}>
                  {t('revisionOfList', { list: company ? `${company}: ${name}` : name, number })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-4">
        <TextField type="search" name="search" label={t('searchLists')} defaultValue={asked.search} />
        <SelectField
          name="kind"
          label={t('kind')}
          defaultValue={asked.kind}
          options={[
            { value: '', label: t('anyKind') },
            ...priceListKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) })),
          ]}
        />
        <Checkbox name="waiting" value="yes" label={t('onlyWaiting')} defaultChecked={asked.waiting === 'yes'} />
        <Button>{t('filter')}</Button>
      </Form>
      <DataTable
        caption={t('title')}
        rows={lists}
        rowKey={({ code }) => code}
        empty={<EmptyState title={t('noLists')} text={t('noListsText')} />}
        columns={[
          {
            key: 'code',
            label: t('list'),
            cell: ({ code, name }) => (
              <>
                <Link to={to(`/sales/price-lists/${encodeURIComponent(code)}`)}>{name}</Link>
                <span className="block text-sm text-ink-faint">{code}</span>
              </>
            ),
          },
          { key: 'kind', label: t('kind'), cell: ({ kind }) => t(`kind_${kind}`) },
          { key: 'owner', label: t('appliesTo'), cell: ({ owner }) => owner ?? '–' },
          { key: 'currency', label: t('currency'), cell: ({ currency }) => currency },
          {
            key: 'inForce',
            label: t('state'),
            cell: ({ inForce, scheduled, open }) => (
              <span className="flex flex-wrap gap-2">
                {inForce !== null && <StateBadge state="active" label={t('phase_active_n', { number: inForce })} />}
                {scheduled !== null && (
                  <StateBadge state="scheduled" label={t('phase_scheduled_n', { number: scheduled })} />
                )}
                {open && <StateBadge state={open.status} label={t(`status_${open.status}`)} />}
              </span>
            ),
          },
        ]}
      />
      <Pagination next={next} isFirst={isFirst} />
    </>
  );
}
