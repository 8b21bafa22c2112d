import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listFailedJobs } from '#db/queries/jobs.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

const perPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_staff');
  const cursor = readCursor(new URL(request.url).searchParams.get('cursor') ?? '', 1);
  const beforeId = cursor ? String(cursor[0]) : null;
  if (beforeId !== null && !/^\d{1,18}$/.test(beforeId)) throw notFound();
  const found = await listFailedJobs(context.deps.db, { limit: perPage + 1, beforeId });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const { formats } = locales[localeOf(request)];
  return {
    isFirst: beforeId === null,
    next: last ? writeCursor([last.id]) : null,
    rows: rows.map(({ id, task, error, attempts, failedAt }) => ({
      id,
      task,
      error: error.slice(0, 500),
      attempts,
      when: formatInstant(failedAt, formats, storeTimeZone),
    })),
  };
}

export default function FailedJobs() {
  const t = useMessages('office');
  const to = useLocalePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('failedJobs')}
        lead={t('failedJobsLead')}
        actions={
          rows.length > 0 && (
            <Form method="post" action={to('/admin/failed-jobs/all/retry')}>
              <Button>{t('retryAll')}</Button>
            </Form>
          )
        }
      />
      <div className="grid gap-4">
        <DataTable
          caption={t('failedJobs')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('noFailedJobs')} text={t('noFailedJobsText')} />}
          columns={[
            { key: 'task', label: t('job'), cell: ({ task, id }) => `${task} (${id})` },
            { key: 'when', label: t('gaveUp'), cell: ({ when }) => when },
            { key: 'attempts', label: t('attempts'), isNumber: true, cell: ({ attempts }) => attempts },
            { key: 'error', label: t('error'), cell: ({ error }) => <span className="break-words">{error}</span> },
            {
              key: 'again',
              label: t('again'),
              cell: ({ id, task }) => (
                <Form method="post" action={to(`/admin/failed-jobs/${id}/retry`)} preventScrollReset>
                  <Button size="small" aria-label={t('retryOf', { job: `${task} (${id})` })}>
                    {t('retry')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
        <Pagination next={next} isFirst={isFirst} />
      </div>
    </>
  );
}
