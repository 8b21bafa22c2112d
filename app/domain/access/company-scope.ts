import type { CompanyId, PersonId, UnitId } from './ids';
import type { CompanyRole, StaffRole } from './roles';
import { type UnitTree, unitAndBelow } from './unit-tree';

declare const made: unique symbol;

/** What rows of companies someone may see. Queries ask for one, and only the functions below make it. */
export type CompanyScope = { readonly [made]: true } & (
  | { readonly kind: 'units'; readonly company: CompanyId; readonly units: readonly UnitId[] }
  | { readonly kind: 'portfolio'; readonly rep: PersonId }
  | { readonly kind: 'all_companies' }
);

export type UnitRole = { readonly unit: UnitId; readonly role: CompanyRole };

/** A member buying as a company. */
export type Member = {
  readonly person: PersonId;
  readonly company: CompanyId;
  readonly units: UnitTree;
  readonly roles: readonly UnitRole[];
};

export type StaffMember = { readonly person: PersonId; readonly roles: readonly StaffRole[] };

const scope = (shape: Record<string, unknown>) => shape as unknown as CompanyScope;

/** A member sees the units they hold a role in and those below: a site's member that site, a regional one the region. */
export const companyScope = (member: Member): CompanyScope =>
  scope({
    kind: 'units',
    company: member.company,
    units: [...new Set(member.roles.flatMap(({ unit }) => unitAndBelow(member.units, unit)))],
  });

/** The same, of those units alone where one of these roles is held. */
export const companyScopeAs = (member: Member, roles: readonly CompanyRole[]): CompanyScope =>
  companyScope({ ...member, roles: member.roles.filter(({ role }) => roles.includes(role)) });

/** A key bound to a company sees all of it, and nothing else. */
export const companyKeyScope = (company: CompanyId, units: UnitTree): CompanyScope =>
  scope({ kind: 'units', company, units: [...units.keys()] });

/** A rep sees their portfolio (companies they own and those nobody owns); managers and store admins see all. */
export const salesScope = (staff: StaffMember): CompanyScope =>
  staff.roles.includes('manager') || staff.roles.includes('admin')
    ? scope({ kind: 'all_companies' })
    : scope({ kind: 'portfolio', rep: staff.person });

/** What a store key, a job or the operator's command line works on. */
export const storeScope = (): CompanyScope => scope({ kind: 'all_companies' });

/** Whether a document of this company and unit is inside the scope: the same question the queries ask in SQL. */
export function isInScope(
  scope: CompanyScope,
  document: { readonly company: CompanyId; readonly unit: UnitId | null; readonly rep: PersonId | null },
): boolean {
  switch (scope.kind) {
    case 'units':
      return scope.company === document.company && document.unit !== null && scope.units.includes(document.unit);
    case 'portfolio':
      return document.rep === null || document.rep === scope.rep;
    case 'all_companies':
      return true;
  }
}
