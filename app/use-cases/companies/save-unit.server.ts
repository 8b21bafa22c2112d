import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { unitId as asUnitId } from '#app/domain/access/ids.ts';
import { wouldLoop } from '#app/domain/access/unit-tree.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { addUnits, changeUnit, hangUnits } from '#db/queries/company-writes.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { administer } from './administer.server';
import { freeSlug } from './free-slug';

export type UnitToSave = {
  actor: MemberActor;
  /** Null = a new one. */
  unitId: string | null;
  name: string;
  /** Null = at the top, which only who administers the whole company may do. */
  parentId: string | null;
  address: PostalAddress | null;
};

/** Adds a unit, or renames, moves or readdresses one. Where it hung before stays on record. */
export function saveUnit(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: UnitToSave,
): Promise<Outcome<{ unitId: string }, 'not_found' | 'forbidden' | 'unit_loop'>> {
  const { name, parentId, address } = input;
  return administer(deps, input.actor, async ({ tx, company, member, units, at, may, mayEverywhere, record }) => {
    const unit = units.find(({ id }) => id === input.unitId) ?? null;
    if (input.unitId !== null && !unit) return refused('not_found');
    if (parentId !== null && !units.some(({ id }) => id === parentId)) return refused('not_found');
    const isMoved = unit === null || unit.parentId !== parentId;
    const mayPlace = parentId === null ? mayEverywhere('manage_units') : may('manage_units', parentId);
    if ((unit && !may('manage_units', unit.id)) || (isMoved && !mayPlace)) return refused('forbidden');
    if (unit && parentId && wouldLoop(member.units, asUnitId(unit.id), asUnitId(parentId))) return refused('unit_loop');

    const id = unit?.id ?? newId(at.getTime());
    if (unit) await changeUnit(tx, { id, changes: { name, address } });
    else {
      const slug = freeSlug(name, new Set(units.map((other) => other.slug)));
      await addUnits(tx, { units: [{ id, slug, name, address, companyId: company.id, createdAt: at }] });
    }
    if (isMoved) await hangUnits(tx, { places: [{ unitId: id, parentId }], at });
    await record(unit ? 'unit.changed' : 'unit.added', id);
    return ok({ unitId: id });
  });
}
