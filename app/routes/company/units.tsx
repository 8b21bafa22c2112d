import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { UnitTreeList } from '#app/components/company/unit-tree-list.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { memberMayAnywhere } from '#app/domain/access/permissions.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listUnits } from '#db/queries/memberships.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs } = await requireMember(request, context);
  const units = await listUnits(context.deps.db, { companyId: buyingAs.company.id });
  return { units, mayManage: memberMayAnywhere(actor.member, 'manage_units') };
}

export default function Units() {
  const t = useMessages('company');
  const to = useLocalePath();
  const { units, mayManage } = useLoaderData<typeof loader>();
  const add = (
    <ButtonLink tone="primary" to={to('/company/units/new')}>
      {t('addUnit')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={t('units')} lead={t('unitsLead')} actions={mayManage && add} />
      <Card>
        <UnitTreeList units={units} linkTo={mayManage ? ({ id }) => to(`/company/units/${id}`) : undefined} />
      </Card>
    </>
  );
}
