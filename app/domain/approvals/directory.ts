import type { PersonId, UnitId } from '../access/ids';
import { type Role, type RoleHeld, isCompanyRole, theStore } from '../access/roles';
import { type UnitTree, unitAndAbove } from '../access/unit-tree';
import type { Money } from '../money/money';
import type { Delegation } from './delegation';

/** One human. An inactive one has no role, no delegation and no say. */
export type Person = {
  readonly id: PersonId;
  readonly isActive: boolean;
  readonly manager: PersonId | null;
  /** Purchase orders above it need a company admin too; null = no limit. In the company's currency. */
  readonly spendingLimit: Money | null;
};

/** Who is who at this moment. Loaded anew for every decision: rules are frozen, people are not. */
export type Directory = {
  readonly units: UnitTree;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly holders: ReadonlyMap<UnitId, ReadonlyMap<Role, readonly PersonId[]>>;
  readonly costCentreOwners: ReadonlyMap<string, PersonId>;
  readonly delegations: readonly Delegation[];
};

export function directoryOf(p: {
  readonly units: UnitTree;
  readonly people: readonly Person[];
  readonly roles: readonly RoleHeld[];
  readonly costCentreOwners?: ReadonlyMap<string, PersonId>;
  readonly delegations?: readonly Delegation[];
}): Directory {
  const holders = new Map<UnitId, Map<Role, PersonId[]>>();
  for (const { unit, role, person } of p.roles) {
    const inUnit = holders.get(unit) ?? new Map<Role, PersonId[]>();
    const people = inUnit.get(role) ?? [];
    people.push(person);
    holders.set(unit, inUnit.set(role, people));
  }
  return {
    units: p.units,
    people: new Map(p.people.map((person) => [person.id, person])),
    holders,
    costCentreOwners: p.costCentreOwners ?? new Map(),
    delegations: p.delegations ?? [],
  };
}

export const isActive = (directory: Directory, person: PersonId): boolean =>
  directory.people.get(person)?.isActive ?? false;

/** Active people who hold the role in exactly this unit. */
export const holdersIn = (directory: Directory, unit: UnitId, role: Role): readonly PersonId[] =>
  (directory.holders.get(unit)?.get(role) ?? []).filter((person) => isActive(directory, person));

/** Active people who hold the role in the unit or in one above it. */
export const holdersInOrAbove = (directory: Directory, unit: UnitId, role: Role): readonly PersonId[] => [
  ...new Set(unitAndAbove(directory.units, unit).flatMap((each) => holdersIn(directory, each, role))),
];

/** Where a rule looks for a role. A company's roles are held around the unit the document is for and staff roles in the
 *  store; `admin` is both, and the rule's own home says which is meant. */
export const homeOfRole = (role: Role, ruleUnit: UnitId, documentUnit: UnitId): UnitId => {
  if (!isCompanyRole(role)) return theStore;
  return role === 'admin' && ruleUnit === theStore ? theStore : documentUnit;
};
