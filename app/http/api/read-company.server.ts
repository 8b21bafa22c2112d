import { restoreRule, type Stored } from '#app/domain/approvals/stored-policy.ts';
import type { ApproverSource, Condition, Rule } from '#app/domain/approvals/rules.ts';
import { money } from '#app/domain/money/money.ts';
import type { DbOrTx } from '#db/client.server.ts';
import * as record from '#db/queries/company-record.server.ts';
import { listEmails } from '#db/queries/persons.server.ts';
import type { AddressBody } from './schemas/companies';
import type { CompanyBody } from './schemas/companies';
import { amountBody } from './shapes';

/** A company in the shape it is PUT in: putting back what was read changes nothing. Null when there is none. */
export async function readCompany(db: DbOrTx, p: { slug: string }): Promise<(CompanyBody & { slug: string }) | null> {
  const company = await record.findCompany(db, p);
  if (!company) return null;
  const of = { companyId: company.id };
  const [units, members, roles] = [
    await record.listUnitRecords(db, of),
    await record.listMemberRecords(db, of),
    await record.listRoleRecords(db, of),
  ];
  const [segments, centres, rules, delegations] = [
    await record.listSegments(db, of),
    await record.listCostCentres(db, of),
    (await record.listApprovalRules(db, of)).filter(({ isActive }) => isActive),
    await record.listDelegations(db, of),
  ];
  const restored = rules.map(({ body }) => restoreRule(body as Stored));
  const spokenOf = [
    company.repId,
    ...members.map(({ managerId }) => managerId),
    ...centres.map(({ ownerId }) => ownerId),
    ...delegations.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId]),
    ...restored.flatMap(peopleOf),
  ].filter((id): id is string => id !== null);
  const emails = await listEmails(db, { personIds: [...new Set(spokenOf)] });
  const email = (id: string) => emails.get(id) ?? 'deleted.person@invalid.example';
  const slugOf = new Map(units.map(({ id, slug }) => [id, slug] as const));
  const unit = (id: string) => slugOf.get(id) ?? '';
  const amount = (minor: bigint) => amountBody(money(minor, company.currency));

  return {
    slug: company.slug,
    name: company.name,
    currency: company.currency,
    time_zone: company.timeZone,
    language: company.locale as CompanyBody['language'],
    rep: company.repId && email(company.repId),
    vat_number: company.vatNumber,
    segments: segments.map(({ segment }) => segment),
    terms: company.terms,
    credit_limit: company.creditLimitMinor === null ? null : amount(company.creditLimitMinor),
    credit_hold: company.creditHoldReason,
    units: units.map(({ slug, name, parentId, address }) => ({
      slug,
      name,
      parent: parentId && unit(parentId),
      address: address && addressBody(address),
    })),
    members: members
      .filter(({ status, email: address }) => status === 'active' && address !== null)
      .flatMap((member) => membershipBodies(member, roles, unit, email, amount)),
    cost_centres: centres
      .filter(({ isActive }) => isActive)
      .map(({ code, name, ownerId, budgetMinor, budgetPeriod }) => ({
        code,
        name,
        owner: ownerId && email(ownerId),
        budget: budgetMinor === null || !budgetPeriod ? null : { ...amount(budgetMinor), period: budgetPeriod },
      })),
    approval_rules: restored.map((rule) => ruleBody(rule, unit, email)),
    delegations: delegations.map((one) => ({
      from: email(one.fromPersonId),
      to: email(one.toPersonId),
      kinds: one.kinds as NonNullable<CompanyBody['delegations']>[number]['kinds'],
      starts_at: one.startsAt.toISOString(),
      ends_at: one.endsAt.toISOString(),
      ceiling: one.ceilingMinor === null ? null : amount(one.ceilingMinor),
    })),
  };
}

type Members = NonNullable<CompanyBody['members']>;
type Rules = NonNullable<CompanyBody['approval_rules']>;
type Approver = NonNullable<Rules[number]['levels'][number]['escalate_to']>;

/** One entry for each unit in which roles are held. */
function membershipBodies(
  member: record.MemberRecord,
  roles: readonly record.RoleRecord[],
  unit: (id: string) => string,
  email: (id: string) => string,
  amount: (minor: bigint) => { amount: string; currency: record.CompanyRow['currency'] },
): Members {
  const held = roles.filter(({ memberId }) => memberId === member.id);
  const common = {
    email: member.email ?? '',
    name: member.name,
    manager: member.managerId && email(member.managerId),
    spending_limit: member.spendingLimitMinor === null ? null : amount(member.spendingLimitMinor),
  };
  if (held.length === 0) return [{ ...common, roles: [] }];
  return [...new Set(held.map(({ unitId }) => unitId))].map((id) => ({
    ...common,
    unit: unit(id),
    roles: held.filter(({ unitId }) => unitId === id).map(({ role }) => role),
  }));
}

function addressBody({ postalCode, ...rest }: record.UnitRecord['address'] & object): AddressBody {
  return { ...rest, postal_code: postalCode };
}

const peopleOf = (rule: Rule): string[] => [
  ...rule.conditions.flatMap((condition) => (condition.kind === 'requester' ? condition.anyOf : [])),
  ...rule.levels
    .flatMap(({ groups, escalateTo }) => [...groups.flatMap(({ of }) => of), ...(escalateTo ? [escalateTo] : [])])
    .flatMap((source) => (source.kind === 'people' ? source.people : [])),
];

function ruleBody(rule: Rule, unit: (id: string) => string, email: (id: string) => string): Rules[number] {
  const approver = (source: ApproverSource): Approver => {
    if (source.kind === 'people') return { people: source.people.map(email) };
    if (source.kind === 'role') return { role: source.role as 'admin' };
    return source.kind === 'manager_of_requester' ? { manager_of_requester: true } : { cost_centre_owner: true };
  };
  return {
    name: rule.name,
    unit: unit(rule.unit),
    when: Object.assign({}, ...rule.conditions.map((condition) => conditionBody(condition, email))),
    levels: rule.levels.map(({ groups, deadlineHours, escalateTo }) => ({
      groups: groups.map(({ of, k }) => ({ of: of.map(approver), k })),
      ...(deadlineHours !== null && { deadline_hours: deadlineHours }),
      ...(escalateTo && { escalate_to: approver(escalateTo) }),
    })),
  };
}

function conditionBody(condition: Condition, email: (id: string) => string): Partial<Rules[number]['when']> {
  switch (condition.kind) {
    case 'amount_over':
      return { amount_over: amountBody(condition.amount) };
    case 'category':
      return { category: [...condition.anyOf] };
    case 'cost_centre':
      return { cost_centre: [...condition.anyOf] };
    case 'requester':
      return { requester: condition.anyOf.map(email) };
    case 'requester_role':
      return { requester_role: [...condition.anyOf] as 'buyer'[] };
    case 'over_budget':
    case 'off_contract':
    case 'first_order_of_sku':
      return { [condition.kind]: true };
    case 'discount_over':
    case 'margin_under':
      return {};
  }
}
