import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { idParam, notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { findWebhookEndpoint, listDeliveries } from '#db/queries/webhooks.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

const perPage = 50;
const badges = { waiting: 'awaiting_approval', delivered: 'approved', failed: 'rejected' } as const;
const words = { waiting: 'waiting', delivered: 'delivered', failed: 'failed' } as const;
type Status = keyof typeof badges;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_staff');
  const { db } = context.deps;
  const id = idParam(params.endpoint);
  const endpoint = await findWebhookEndpoint(db, { id, companyId: null });
  if (!endpoint) throw notFound();
  const cursor = readCursor(new URL(request.url).searchParams.get('cursor') ?? '', 1);
  const beforeId = cursor ? idParam(String(cursor[0])) : null;
  const found = await listDeliveries(db, { endpointId: id, companyId: null, beforeId, limit: perPage + 1 });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const { formats } = locales[localeOf(request)];
  return {
    endpoint: { id, url: endpoint.url, isActive: endpoint.isActive },
    isFirst: beforeId === null,
    next: last ? writeCursor([last.event]) : null,
    rows: rows.map((row) => ({
      id: row.id,
      type: row.type,
      status: row.status as Status,
      attempts: row.attempts,
      answer: row.lastStatus === null ? (row.lastError ?? '') : String(row.lastStatus),
      when: formatInstant(row.createdAt, formats, storeTimeZone),
    })),
  };
}

export default function Webhook() {
  const t = useMessages('office');
  const to = useLocalePath();
  const { endpoint, rows, next, isFirst } = useLoaderData<typeof loader>();
  const here = `/admin/webhooks/${endpoint.id}`;
  return (
    <>
      <PageHead
        title={t('deliveries')}
        lead={<span className="break-all">{endpoint.url}</span>}
        actions={
          endpoint.isActive ? (
            <Form method="post" action={to(`${here}/end`)}>
              <Button>{t('switchOff')}</Button>
            </Form>
          ) : (
            <StateBadge state="cancelled" label={t('isOff')} />
          )
        }
      />
      <div className="grid gap-4">
        <DataTable
          caption={t('deliveries')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('noDeliveries')} text={t('noDeliveriesText')} />}
          columns={[
            { key: 'when', label: t('when'), cell: ({ when }) => when },
            { key: 'type', label: t('event'), cell: ({ type }) => <code>{type}</code> },
            {
              key: 'status',
              label: t('state'),
              cell: ({ status }) => <StateBadge state={badges[status]} label={t(words[status])} />,
            },
            { key: 'attempts', label: t('attempts'), isNumber: true, cell: ({ attempts }) => attempts },
            { key: 'answer', label: t('lastAnswer'), cell: ({ answer }) => answer || '–' },
            {
              key: 'again',
              label: t('again'),
              cell: ({ id, type, when }) =>
                endpoint.isActive ? (
                  <Form method="post" action={to(`${here}/deliveries/${id}/replays`)} preventScrollReset>
                    <Button size="small" aria-label={t('replayOf', { event: type, when })}>
                      {t('replay')}
                    </Button>
                  </Form>
                ) : (
                  '–'
                ),
            },
          ]}
        />
        <Pagination next={next} isFirst={isFirst} />
      </div>
    </>
  );
}
