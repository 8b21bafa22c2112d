import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useFormats, useMessages } from '#app/components/i18n/words.tsx';
import { ApprovalForm, RejectionForm } from '#app/components/sales/decision-forms.tsx';
import { DiffTable } from '#app/components/sales/diff-table.tsx';
import { RevisionHead } from '#app/components/sales/revision-head.tsx';
import { WarningList } from '#app/components/sales/warning-list.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { AmountList } from '#app/components/ui/description-list.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { formatPercent } from '#app/domain/i18n/format-number.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { sellersRevision } from '#app/http/price-list-page.server.ts';
import { revisionHead } from '#app/http/revision-head.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { effectOfRevision } from '#app/use-cases/pricing/effect-of-revision.server.ts';
import { diffPage, measureRevision } from '#app/use-cases/pricing/measure-revision.server.ts';
import { warningsOfRevision } from '#app/use-cases/pricing/warnings-of-revision.server.ts';
import { findRoleLimits } from '#db/queries/role-limits.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };

const variantsPerPage = 50;
const warningsShown = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const found = await sellersRevision(request, context, params);
  const { revision, actor } = found;
  const { db, now } = context.deps;
  const at = now();
  const cursor = new URL(request.url).searchParams.get('cursor');
  const after = cursor ? String(readCursor(cursor, 1)?.[0] ?? '') : '';
  const role = actor.staff.roles[0] ?? 'rep';
  const limits = await findRoleLimits(db, { role });
  const [head, diff, verdict, effect, warnings] = await Promise.all([
    revisionHead(db, { ...found, at }),
    diffPage(db, { revision, at, after, limit: variantsPerPage }),
    measureRevision(db, { revision, at, limits }),
    effectOfRevision(db, { revision, at }),
    warningsOfRevision(db, { revision, marginFloorPercent: limits.marginFloorPercent }),
  ]);
  const isWaiting = revision.status === 'submitted' || revision.status === 'in_review';
  return {
    head,
    effect,
    rows: diff.rows,
    currency: revision.currency,
    version: revision.version,
    note: revision.note,
    isOwn: revision.makers.includes(actor.person),
    isWaiting,
    isWithin: verdict.isWithin,
    highestDiscount: verdict.highestDiscountPercent,
    lowestMargin: verdict.lowestMarginPercent,
    warnings: warnings.slice(0, warningsShown),
    warningCount: warnings.length,
    isFirst: after === '',
    next: diff.next === null ? null : writeCursor([diff.next]),
  };
}

export default function Review() {
  const t = useMessages('pricing');
  const formats = useFormats();
  const page = useLoaderData<typeof loader>();
  const { head, effect, version, isWaiting, isOwn, isWithin } = page;
  return (
    <>
      <RevisionHead head={head} />
      <div className="mb-8 grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-4">
          {page.note && <Notice title={t('noteOfTheAuthor')}>{page.note}</Notice>}
          <Notice tone={isWithin ? 'good' : 'warn'} title={t(isWithin ? 'withinYourLimits' : 'beyondYourLimits')}>
            {t('highestDiscount', {
              percent: page.highestDiscount ? formatPercent(page.highestDiscount, formats) : t('none'),
            })}
            {' · '}
            {t('lowestMargin', { percent: page.lowestMargin ? formatPercent(page.lowestMargin, formats) : t('none') })}
          </Notice>
          <WarningList warnings={page.warnings} count={page.warningCount} currency={page.currency} />
        </div>
        {effect && (
          <Card title={t('effectTitle')}>
            <AmountList
              facts={[
                { label: t('atTodaysPrices'), value: <MoneyText amount={effect.atTodaysPrices} /> },
                { label: t('atProposedPrices'), value: <MoneyText amount={effect.atProposedPrices} /> },
                { label: t('difference'), value: <MoneyText amount={effect.effect} />, isTotal: true },
              ]}
            />
            {effect.notPriced > 0 && (
              <p className="mt-3 text-sm text-ink-soft">{t('notPriced', { count: effect.notPriced })}</p>
            )}
          </Card>
        )}
      </div>
      {isWaiting && isOwn && <Notice tone="info" title={t('anotherMustDecide')} />}
      {isWaiting && !isOwn && (
        <Card title={t('decide')} className="mb-8">
          <div className="grid gap-6">
            <ApprovalForm path={head.path} version={version} />
            <RejectionForm path={head.path} version={version} />
          </div>
        </Card>
      )}
      <h2 className="mb-3 text-lg font-semibold">{t('whatChanges')}</h2>
      <DiffTable rows={page.rows} currency={page.currency} />
      <Pagination next={page.next} isFirst={page.isFirst} />
    </>
  );
}
