import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { memberMayAnywhere } from '#app/domain/access/permissions.ts';
import { money } from '#app/domain/money/money.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listCostCentres, listMemberRecords } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs } = await requireMember(request, context);
  const { id: companyId, currency } = buyingAs.company;
  const centres = await listCostCentres(context.deps.db, { companyId });
  const people = await listMemberRecords(context.deps.db, { companyId });
  const nameOf = new Map(people.map(({ personId, name, email }) => [personId, name || email] as const));
  return {
    mayManage: memberMayAnywhere(actor.member, 'set_budgets'),
    centres: centres.map(({ code, name, ownerId, budgetMinor, budgetPeriod, isActive }) => ({
      code,
      name,
      isActive,
      owner: ownerId && (nameOf.get(ownerId) ?? null),
      budget: budgetMinor === null ? null : money(budgetMinor, currency),
      period: budgetPeriod,
    })),
  };
}

export default function CostCentres() {
  const t = useMessages('company');
  const to = useLocalePath();
  const { centres, mayManage } = useLoaderData<typeof loader>();
  const add = mayManage && (
    <ButtonLink tone="primary" to={to('/company/cost-centres/new')}>
      {t('addCostCentre')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={t('costCentres')} lead={t('costCentresLead')} actions={add} />
      <DataTable
        caption={t('costCentres')}
        rows={centres}
        rowKey={({ code }) => code}
        empty={<EmptyState title={t('noCostCentres')} text={t('noCostCentresText')} />}
        columns={[
          {
            key: 'code',
            label: t('code'),
            cell: ({ code, name }) => (
              <>
                {mayManage ? <Link to={to(`/company/cost-centres/${encodeURIComponent(code)}`)}>{code}</Link> : code}
                {name && <span className="block text-sm text-ink-faint">{name}</span>}
              </>
            ),
          },
          { key: 'owner', label: t('owner'), cell: ({ owner }) => owner ?? t('nobody') },
          {
            key: 'budget',
            label: t('budget'),
            isNumber: true,
            cell: ({ budget, period }) =>
              budget ? (
                <>
                  <MoneyText amount={budget} /> {period && t(`per_${period}`)}
                </>
              ) : (
                t('noBudget')
              ),
          },
          {
            key: 'state',
            label: t('status'),
            cell: ({ isActive }) => (
              <StateBadge state={isActive ? 'active' : 'ended'} label={isActive ? t('open') : t('closed')} />
            ),
          },
        ]}
      />
    </>
  );
}
