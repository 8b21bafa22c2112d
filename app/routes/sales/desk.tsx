import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { AnswerClock } from '#app/components/sales/answer-clock.tsx';
import { DeskList } from '#app/components/sales/desk-list.tsx';
import { useDeskKeys } from '#app/components/sales/use-desk-keys.ts';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { SelectField } from '#app/components/ui/field.tsx';
import { SearchBox } from '#app/components/ui/search-box.tsx';
import { locales } from '#app/domain/i18n/locales.ts';
import { salesDesk } from '#app/http/sales-desk.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['desk', 'quotes'] };

const filtersInAddress = z.object({
  q: z.string().trim().max(100).catch(''),
  portfolio: z.string().max(40).catch(''),
});
const searchId = 'desk-search';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, actor, scope } = await requireStaff(request, context, 'answer_quotes');
  const { q, portfolio } = filtersInAddress.parse(Object.fromEntries(new URL(request.url).searchParams));
  const desk = await salesDesk(context.deps, {
    actor,
    scope,
    filters: { words: q, portfolio },
    hours: viewer.rules.hours,
    formats: locales[viewer.locale].formats,
  });
  return { words: q, ...desk };
}

export default function SalesDesk() {
  const t = useMessages('desk');
  const tq = useMessages('quotes');
  const to = useLocalePath();
  useDeskKeys(searchId);
  const desk = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t(desk.isOpen ? 'leadOpen' : 'leadClosed')}
        actions={<p className="text-sm text-ink-faint max-sm:hidden">{t('keys')}</p>}
      />
      <div className="mb-6 flex flex-wrap items-end gap-4">
        <SearchBox id={searchId} label={t('search')} placeholder={t('search')} defaultValue={desk.words} />
        {desk.reps.length > 0 && (
          <Form className="flex items-end gap-2">
            {desk.words && <input type="hidden" name="q" value={desk.words} />}
            <SelectField
              name="portfolio"
              label={t('portfolio')}
              defaultValue={desk.rep}
              options={[
                { value: '', label: t('everyone') },
                ...desk.reps.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Button>{t('show')}</Button>
          </Form>
        )}
      </div>
      <div className="grid gap-6">
        <DataTable
          caption={t('quotes')}
          rows={desk.quotes}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              title={t(desk.words ? 'nothingFound' : 'nothingWaits')}
              text={t(desk.words ? 'nothingFoundText' : 'nothingWaitsText')}
            />
          }
          columns={[
            {
              key: 'number',
              label: tq('number'),
              cell: ({ id, number }) => (
                <Link to={to(`/sales/quotes/${id}`)} data-desk-item="">
                  {number}
                </Link>
              ),
            },
            { key: 'company', label: tq('company'), cell: ({ company }) => company },
            {
              key: 'status',
              label: tq('status'),
              cell: ({ status }) => <StateBadge state={status} label={tq(`status_${status}`)} />,
            },
            { key: 'since', label: t('since'), cell: ({ since }) => since },
            {
              key: 'clock',
              label: t('clock'),
              cell: ({ leftMs, due }) =>
                leftMs !== null && due !== null && <AnswerClock leftMs={leftMs} isRunning={desk.isOpen} due={due} />,
            },
          ]}
        />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <DeskList
            title={t('expiring')}
            items={desk.expiring.map(({ id, number, company, until }) => ({
              key: id,
              to: to(`/sales/quotes/${id}`),
              title: `${number}, ${company}`,
              detail: t('until', { until }),
            }))}
          />
          <DeskList
            title={t('lists')}
            items={desk.lists.map(({ code, name, company, number }) => ({
              key: `${code} ${number}`,
              to: to(`/sales/price-lists/${code}/revisions/${number}/review`),
              title: name,
              detail: company ?? t('everybody'),
            }))}
          />
          <DeskList
            title={t('stalled')}
            items={desk.stalled.map(({ id, number, company, days }) => ({
              key: id,
              to: to(`/sales/purchase-orders/${id}`),
              title: `${number}, ${company}`,
              detail: t('unchanged', { count: days }),
            }))}
          />
          {desk.carts.length > 0 && (
            <Card title={t('carts')}>
              <ul className="grid gap-4">
                {desk.carts.map(({ company, memberId, buyer, lines, worth, since }) => (
                  <li key={memberId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                    <span>
                      <Link to={to(`/sales/companies/${company.slug}`)} data-desk-item="" className="font-medium">
                        {company.name}
                      </Link>
                      , {buyer}
                      <span className="block text-sm text-ink-soft">
                        {[t('cartLines', { count: lines }), worth, t('cartSince', { since })]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                    <Form method="post" action={to(`/sales/companies/${company.slug}/stand-in`)}>
                      <input type="hidden" name="member" value={memberId} />
                      <Button size="small" aria-label={t('orderFor', { name: buyer })}>
                        {t('orderForThem')}
                      </Button>
                    </Form>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <DeskList
            title={t('quiet')}
            items={desk.quiet.map(({ slug, name, silentDays, usualDays }) => ({
              key: slug,
              to: to(`/sales/companies/${slug}`),
              title: name,
              detail: t('quietFor', { silent: silentDays, usual: usualDays }),
            }))}
          />
          <DeskList
            title={t('limitsToApprove')}
            items={desk.limits.map(({ slug, name, since }) => ({
              key: slug,
              to: to(`/sales/companies/${slug}/account`),
              title: name,
              detail: t('waitsSince', { since }),
            }))}
          />
          <DeskList
            title={t('certificatesToCheck')}
            items={desk.certificates.map(({ id, slug, company, since }) => ({
              key: id,
              to: to(`/sales/companies/${slug}/tax-certificates`),
              title: company,
              detail: t('waitsSince', { since }),
            }))}
          />
          <DeskList
            title={t('holds')}
            items={desk.holds.map(({ slug, name, reason }) => ({
              key: slug,
              to: to(`/sales/companies/${slug}/account`),
              title: name,
              detail: reason,
            }))}
          />
        </div>
      </div>
    </>
  );
}
