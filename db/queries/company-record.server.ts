import { and, asc, eq, isNull, like, ne } from 'drizzle-orm';
import type { CompanyStatus, MemberStatus } from '#app/domain/access/company.ts';
import type { CompanyRole } from '#app/domain/access/roles.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { BudgetPeriod } from '#app/domain/purchase-orders/budget.ts';
import type { DbOrTx } from '#db/client.server.ts';
import {
  approvalRules,
  companies,
  costCentres,
  delegations,
  memberRoles,
  members,
  segmentMemberships,
  units,
} from '#db/schema/companies.ts';
import { type PostalAddress, persons } from '#db/schema/identity.ts';

/** One company with everything it decided about itself, as rows. Administrative: whoever reads it was let in before. */
export type CompanyRow = {
  id: string;
  slug: string;
  name: string;
  status: CompanyStatus;
  currency: CurrencyCode;
  timeZone: string;
  locale: string;
  repId: string | null;
  vatNumber: string | null;
  terms: string;
  creditLimitMinor: bigint | null;
  creditHoldReason: string | null;
  /** Deciding above this total asks for a code; null = never. */
  secondFactorAboveMinor: bigint | null;
  remindsItsBuyers: boolean;
};

const companyColumns = {
  id: companies.id,
  slug: companies.slug,
  name: companies.name,
  status: companies.status,
  currency: companies.currency,
  timeZone: companies.timeZone,
  locale: companies.locale,
  repId: companies.repId,
  vatNumber: companies.vatNumber,
  terms: companies.terms,
  creditLimitMinor: companies.creditLimitMinor,
  creditHoldReason: companies.creditHoldReason,
  secondFactorAboveMinor: companies.totpAboveMinor,
  remindsItsBuyers: companies.remindsItsBuyers,
};

/** Null when there is none. */
export async function findCompany(db: DbOrTx, p: { slug: string } | { id: string }): Promise<CompanyRow | null> {
  const [row] = await db
    .select(companyColumns)
    .from(companies)
    .where('slug' in p ? eq(companies.slug, p.slug) : eq(companies.id, p.id));
  return row ?? null;
}

export type UnitRecord = {
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  address: PostalAddress | null;
};

export async function listUnitRecords(db: DbOrTx, p: { companyId: string }): Promise<UnitRecord[]> {
  const { id, slug, name, parentId, address } = units;
  return db
    .select({ id, slug, name, parentId, address })
    .from(units)
    .where(eq(units.companyId, p.companyId))
    .orderBy(asc(units.createdAt), asc(units.id));
}

export type MemberRecord = {
  id: string;
  personId: string;
  email: string | null;
  name: string;
  status: MemberStatus;
  managerId: string | null;
  spendingLimitMinor: bigint | null;
};

const memberColumns = {
  id: members.id,
  personId: members.personId,
  email: persons.email,
  name: persons.name,
  status: members.status,
  managerId: members.managerId,
  spendingLimitMinor: members.spendingLimitMinor,
};

/** Those of the past too, since they can come back. */
export async function listMemberRecords(db: DbOrTx, p: { companyId: string }): Promise<MemberRecord[]> {
  return db
    .select(memberColumns)
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(eq(members.companyId, p.companyId))
    .orderBy(asc(persons.name), asc(members.id));
}

export type RoleRecord = { memberId: string; unitId: string; role: CompanyRole };

export async function listRoleRecords(db: DbOrTx, p: { companyId: string }): Promise<RoleRecord[]> {
  return db
    .select({ memberId: memberRoles.memberId, unitId: memberRoles.unitId, role: memberRoles.role })
    .from(memberRoles)
    .innerJoin(members, eq(members.id, memberRoles.memberId))
    .where(eq(members.companyId, p.companyId))
    .orderBy(asc(memberRoles.memberId), asc(memberRoles.unitId), asc(memberRoles.role));
}

export async function listSegments(db: DbOrTx, p: { companyId: string }): Promise<{ segment: string; fromAt: Date }[]> {
  return db
    .select({ segment: segmentMemberships.segment, fromAt: segmentMemberships.fromAt })
    .from(segmentMemberships)
    .where(and(eq(segmentMemberships.companyId, p.companyId), isNull(segmentMemberships.untilAt)))
    .orderBy(asc(segmentMemberships.segment));
}

export type CostCentreRecord = {
  id: string;
  code: string;
  name: string;
  ownerId: string | null;
  budgetMinor: bigint | null;
  budgetPeriod: BudgetPeriod | null;
  isActive: boolean;
};

export async function listCostCentres(db: DbOrTx, p: { companyId: string }): Promise<CostCentreRecord[]> {
  const { id, code, name, ownerId, budgetMinor, budgetPeriod, isActive } = costCentres;
  return db
    .select({ id, code, name, ownerId, budgetMinor, budgetPeriod, isActive })
    .from(costCentres)
    .where(eq(costCentres.companyId, p.companyId))
    .orderBy(asc(costCentres.code));
}

export type ApprovalRuleRecord = {
  version: number;
  id: string;
  unitId: string | null;
  name: string;
  body: unknown;
  position: number;
  isActive: boolean;
};

export async function listApprovalRules(db: DbOrTx, p: { companyId: string }): Promise<ApprovalRuleRecord[]> {
  const { id, unitId, name, body, position, isActive, version } = approvalRules;
  return db
    .select({ id, unitId, name, body, position, isActive, version })
    .from(approvalRules)
    .where(eq(approvalRules.companyId, p.companyId))
    .orderBy(asc(approvalRules.position), asc(approvalRules.id));
}

export type DelegationRecord = {
  id: string;
  fromPersonId: string;
  toPersonId: string;
  kinds: string[];
  startsAt: Date;
  endsAt: Date;
  ceilingMinor: bigint | null;
};

/** Those nobody has ended. */
export async function listDelegations(db: DbOrTx, p: { companyId: string }): Promise<DelegationRecord[]> {
  const { id, fromPersonId, toPersonId, kinds, startsAt, endsAt, ceilingMinor } = delegations;
  return db
    .select({ id, fromPersonId, toPersonId, kinds, startsAt, endsAt, ceilingMinor })
    .from(delegations)
    .where(and(eq(delegations.companyId, p.companyId), isNull(delegations.endedAt)))
    .orderBy(asc(delegations.startsAt), asc(delegations.id));
}

/** Who is asked when a company needs somebody: its active admins, in any unit. */
export async function listAdminIds(db: DbOrTx, p: { companyId: string; except?: string }): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: members.personId })
    .from(members)
    .innerJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .where(
      and(
        eq(members.companyId, p.companyId),
        eq(members.status, 'active'),
        eq(memberRoles.role, 'admin'),
        p.except ? ne(members.personId, p.except) : undefined,
      ),
    );
  return rows.map(({ personId }) => personId);
}

/** Null when the person was never in the company. */
export async function findMemberRecord(
  db: DbOrTx,
  p: { companyId: string } & ({ personId: string } | { memberId: string }),
): Promise<MemberRecord | null> {
  const [row] = await db
    .select(memberColumns)
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(members.companyId, p.companyId),
        'personId' in p ? eq(members.personId, p.personId) : eq(members.id, p.memberId),
      ),
    );
  return row ?? null;
}

/** Slugs that begin like this, to find a free one. */
export async function listSlugsLike(db: DbOrTx, p: { start: string }): Promise<string[]> {
  const rows = await db
    .select({ slug: companies.slug })
    .from(companies)
    .where(like(companies.slug, `${p.start}%`));
  return rows.map(({ slug }) => slug);
}
