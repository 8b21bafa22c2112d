import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { memberMayAnywhere } from '#app/domain/access/permissions.ts';
import { money } from '#app/domain/money/money.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listMemberRecords, listRoleRecords, listUnitRecords } from '#db/queries/company-record.server.ts';

export const handle: RouteHandle = { messages: ['company'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs } = await requireMember(request, context);
  const { db } = context.deps;
  const of = { companyId: buyingAs.company.id };
  const [members, roles, units] = [
    await listMemberRecords(db, of),
    await listRoleRecords(db, of),
    await listUnitRecords(db, of),
  ];
  const unitName = new Map(units.map(({ id, name }) => [id, name] as const));
  return {
    mayManage: memberMayAnywhere(actor.member, 'manage_people'),
    people: members.map((member) => ({
      id: member.id,
      name: member.name,
      email: member.email,
      status: member.status,
      limit: member.spendingLimitMinor === null ? null : money(member.spendingLimitMinor, buyingAs.company.currency),
      roles: roles
        .filter(({ memberId }) => memberId === member.id)
        .map(({ role, unitId }) => ({ role, unit: unitName.get(unitId) ?? '' })),
    })),
  };
}

export default function People() {
  const t = useMessages('company');
  const to = useLocalePath();
  const { people, mayManage } = useLoaderData<typeof loader>();
  const invite = (
    <ButtonLink tone="primary" to={to('/company/people/invite')}>
      {t('invite')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={t('people')} lead={t('peopleLead')} actions={mayManage && invite} />
      <DataTable
        caption={t('people')}
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: t('name'),
            cell: ({ id, name, email }) => (
              <>
                {mayManage ? <Link to={to(`/company/people/${id}`)}>{name || email || t('deletedPerson')}</Link> : name}
                <span className="block text-sm text-ink-faint">{email}</span>
              </>
            ),
          },
          {
            key: 'roles',
            label: t('roles'),
            cell: ({ roles }) =>
              roles.map(({ role, unit }) => (
                <span key={`${role} ${unit}`} className="block">
                  {t('roleInUnit', { role: t(`role_${role}`), unit })}
                </span>
              )),
          },
          {
            key: 'limit',
            label: t('spendingLimit'),
            isNumber: true,
            cell: ({ limit }) => (limit ? <MoneyText amount={limit} /> : t('noLimit')),
          },
          {
            key: 'status',
            label: t('status'),
            cell: ({ status }) => <StateBadge state={status} label={t(`member_${status}`)} />,
          },
        ]}
      />
    </>
  );
}
