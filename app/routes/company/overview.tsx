import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { UnitTreeList } from '#app/components/company/unit-tree-list.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { Badge } from '#app/components/ui/badge.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DescriptionList } from '#app/components/ui/description-list.tsx';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { findCompany, listUnitRecords } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs, actor } = await requireMember(request, context);
  const { db } = context.deps;
  const company = await findCompany(db, { id: buyingAs.company.id });
  const units = await listUnitRecords(db, { companyId: buyingAs.company.id });
  return {
    unit: buyingAs.unit.name,
    name: company?.name ?? '',
    currency: company?.currency ?? '',
    timeZone: company?.timeZone ?? '',
    terms: company?.terms ?? '',
    roles: actor.member.roles.map(({ unit, role }) => ({
      role,
      unit: units.find(({ id }) => id === unit)?.name ?? '',
    })),
    units: units.map(({ id, name, parentId }) => ({ id, name, parentId })),
  };
}

export default function CompanyOverview() {
  const t = useMessages('company');
  const { unit, name, currency, timeZone, terms, roles, units } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={name} lead={t('overviewLead', { unit })} />
      <div className="grid gap-6 xl:grid-cols-2">
        <Card title={t('yourRoles')}>
          <ul className="flex flex-wrap gap-2">
            {roles.map(({ role, unit: place }) => (
              <li key={`${role} ${place}`}>
                <Badge tone="info">{t('roleInUnit', { role: t(`role_${role}`), unit: place })}</Badge>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('facts')}>
          <DescriptionList
            facts={[
              { label: t('currency'), value: currency },
              { label: t('terms'), value: terms },
              { label: t('timeZone'), value: timeZone },
            ]}
          />
        </Card>
        <Card title={t('units')}>
          <UnitTreeList units={units} />
        </Card>
      </div>
    </>
  );
}
