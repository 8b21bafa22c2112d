import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { answerMinutes } from '#app/domain/quotes/answer-clock.ts';
import { ages } from '#app/domain/quotes/desk-figures.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import { teamFigures } from '#app/http/team-figures.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['desk', 'quotes'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, actor, scope } = await requireStaff(request, context, 'see_figures');
  return teamFigures(context.deps, {
    staff: actor.staff,
    scope,
    hours: viewer.rules.hours,
    formats: locales[viewer.locale].formats,
  });
}

export default function Team() {
  const t = useMessages('desk');
  const tq = useMessages('quotes');
  const to = useLocalePath();
  const formats = useFormats();
  const { days, reps, stages, reasons, limits } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('teamTitle')} lead={t('teamLead', { days })} />
      <div className="grid gap-6">
        <Card title={t('team')}>
          <DataTable
            caption={t('team')}
            rows={reps}
            rowKey={({ key }) => key}
            empty={<EmptyState title={t('teamNone')} text={t('teamNoneText')} />}
            columns={[
              {
                key: 'rep',
                label: t('rep'),
                cell: ({ name, isNobody }) => (isNobody ? t('nobody') : (name ?? t('formerColleague'))),
              },
              { key: 'asked', label: t('asked'), isNumber: true, cell: ({ asked }) => asked },
              { key: 'answered', label: t('answered'), isNumber: true, cell: ({ answered }) => answered },
              {
                key: 'inTime',
                label: t('inTime', { minutes: answerMinutes }),
                isNumber: true,
                cell: ({ inTime }) => inTime,
              },
              {
                key: 'median',
                label: t('median'),
                isNumber: true,
                cell: ({ medianMinutes }) => (medianMinutes === null ? '' : t('minutes', { count: medianMinutes })),
              },
              { key: 'won', label: t('won'), isNumber: true, cell: ({ won }) => won },
              { key: 'lost', label: t('lost'), isNumber: true, cell: ({ lost }) => lost },
              {
                key: 'rate',
                label: t('winRate'),
                isNumber: true,
                cell: ({ winRate }) => winRate,
              },
              {
                key: 'given',
                label: t('given'),
                isNumber: true,
                cell: ({ discount }) => discount,
              },
            ]}
          />
        </Card>
        <Card title={t('pipeline')}>
          <DataTable
            caption={t('pipeline')}
            rows={stages}
            rowKey={({ status }) => status}
            columns={[
              {
                key: 'state',
                label: t('state'),
                cell: ({ status }) => <StateBadge state={status} label={tq(`status_${status}`)} />,
              },
              ...ages.map((age) => ({
                key: age,
                label: t(`age_${age}`),
                isNumber: true,
                cell: ({ byAge }: (typeof stages)[number]) => byAge[age],
              })),
              {
                key: 'worth',
                label: t('worth'),
                isNumber: true,
                cell: ({ worth }) => (
                  <>
                    {worth.map((amount) => (
                      <bdi key={amount.currency} className="block">
                        {formatMoney({ minor: BigInt(amount.minor), currency: amount.currency }, formats)}
                      </bdi>
                    ))}
                  </>
                ),
              },
            ]}
          />
        </Card>
        {reasons.length > 0 && (
          <Card title={t('reasons')}>
            <DataTable
              caption={t('reasons')}
              rows={reasons}
              rowKey={({ reason }) => reason}
              columns={[
                { key: 'reason', label: t('reason'), cell: ({ reason }) => reason || t('noReason') },
                { key: 'times', label: t('times'), isNumber: true, cell: ({ times }) => times },
              ]}
            />
          </Card>
        )}
        <Card title={t('limits')}>
          <p className="mb-4 max-w-text text-ink-soft">{t('limitsLead')}</p>
          <div className="grid gap-6">
            {limits.map(({ role, discount, margin, mayChange }) => (
              <Form
                key={role}
                method="post"
                action={to('/sales/team/limits')}
                className="grid items-end gap-3 sm:grid-cols-[10rem_10rem_10rem_max-content]"
              >
                <p className="font-medium sm:self-center">{t(`role_${role}`)}</p>
                {mayChange ? (
                  <>
                    <input type="hidden" name="role" value={role} />
                    <TextField name="discount" label={t('maxDiscount')} inputMode="decimal" defaultValue={discount} />
                    <TextField name="margin" label={t('minMargin')} inputMode="decimal" defaultValue={margin} />
                    <Button aria-label={t('keepLimitsOf', { role: t(`role_${role}`) })}>{t('keepLimits')}</Button>
                  </>
                ) : (
                  <p className="text-ink-soft sm:col-span-3">
                    {discount || margin
                      ? `${t('maxDiscount')}: ${discount || '∞'} · ${t('minMargin')}: ${margin || '∞'}`
                      : t('noLimit')}
                  </p>
                )}
              </Form>
            ))}
          </div>
        </Card>
      </div>
    </>
  );
}
