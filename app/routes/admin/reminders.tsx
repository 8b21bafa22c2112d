import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { money } from '#app/domain/money/money.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readLift, readReminderFigures } from '#db/queries/reminder-report.server.ts';

export const handle: RouteHandle = { messages: ['admin', 'reminders'] };

const days = 90;

/** What the reminders of left carts did, of the last ninety days. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_promotions');
  const { db, now } = context.deps;
  const since = new Date(now().getTime() - days * 86_400_000);
  const [figures, lift] = await Promise.all([readReminderFigures(db, { since }), readLift(db, { since })]);
  return {
    figures: figures.map(({ recoveredMinor, ...row }) => ({ ...row, money: money(recoveredMinor, row.currency) })),
    lift,
  };
}

export default function Reminders() {
  const t = useMessages('reminders');
  const to = useLocalePath();
  const { figures, lift } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-6">
      <PageHead
        title={t('reportTitle')}
        lead={t('reportLead', { days })}
        actions={<ButtonLink to={to('/admin/reminders/series')}>{t('seriesEdit')}</ButtonLink>}
      />
      <DataTable
        caption={t('reportTitle')}
        rows={figures}
        rowKey={({ market, currency, step }) => `${market} ${currency} ${step}`}
        empty={<EmptyState title={t('reportEmptyTitle')} text={t('reportEmptyText')} />}
        columns={[
          { key: 'market', label: t('reportMarket'), cell: ({ market }) => market },
          { key: 'step', label: t('reportStep'), isNumber: true, cell: ({ step }) => step },
          { key: 'sent', label: t('reportSent'), isNumber: true, cell: ({ sent }) => sent },
          { key: 'delivered', label: t('reportDelivered'), isNumber: true, cell: ({ delivered }) => delivered },
          { key: 'clicked', label: t('reportClicked'), isNumber: true, cell: ({ clicked }) => clicked },
          { key: 'recovered', label: t('reportRecovered'), isNumber: true, cell: ({ recovered }) => recovered },
          {
            key: 'money',
            label: t('reportMoney'),
            isNumber: true,
            cell: ({ money: recovered }) => <MoneyText amount={recovered} />,
          },
        ]}
      />
      <section className="grid gap-2">
        <h2 className="text-lg font-semibold">{t('liftTitle')}</h2>
        {lift.length < 2 && <p className="text-ink-soft">{t('liftNone')}</p>}
        <ul>
          {lift.map(({ isHeldOut, people, bought }) => (
            <li key={String(isHeldOut)}>{t(isHeldOut ? 'liftHeldOut' : 'liftReminded', { people, bought })}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
