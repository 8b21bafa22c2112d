import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { type UnitRecord, listUnitRecords } from '#db/queries/company-record.server.ts';
import { addUnits, changeUnit, hangUnits } from '#db/queries/company-writes.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { isDeepStrictEqual } from 'node:util';
import { BodyRefused } from './company-names.server';
import type { CompanyPut } from './upsert-company.server';

type UnitBody = NonNullable<CompanyBody['units']>[number];

/** Units come in and move; none is ever removed, since documents name them. A new company has a head office. */
export async function putUnits(
  { tx, company, names, at }: CompanyPut,
  given: CompanyBody['units'],
  { isNew }: { isNew: boolean },
): Promise<boolean> {
  const bodies = given?.length ? given : isNew ? [{ slug: 'hq', parent: null }] : [];
  if (bodies.length === 0) return false;
  const before = new Map(
    (await listUnitRecords(tx, { companyId: company.id })).map((unit) => [unit.slug, unit] as const),
  );
  const added = bodies
    .filter(({ slug }, at) => !before.has(slug) && bodies.findIndex((body) => body.slug === slug) === at)
    .map((body) => newUnit(body, company.name, at));
  await addUnits(tx, {
    units: added.map(({ parentId: _, ...unit }) => ({ ...unit, companyId: company.id, createdAt: at })),
  });

  const all = new Map<string, UnitRecord>([...before, ...added.map((unit) => [unit.slug, unit] as const)]);
  const changed = [];
  const moved = new Map<string, { unitId: string; parentId: string | null }>();
  for (const body of bodies) {
    const unit = all.get(body.slug);
    if (!unit) throw new Error('every unit of the body is there by now');
    const parentId = parentOf(body, unit, all);
    if (parentId !== unit.parentId || !before.has(body.slug)) moved.set(unit.id, { unitId: unit.id, parentId });
    const after = { name: body.name ?? unit.name, address: addressOf(body, unit, company.name) };
    if (!isDeepStrictEqual(after, { name: unit.name, address: unit.address }))
      changed.push({ id: unit.id, changes: after });
    all.set(body.slug, { ...unit, ...after, parentId });
  }
  for (const change of changed) await changeUnit(tx, change);
  names.learnUnits([...all.values()]);
  await hangUnits(tx, { places: [...moved.values()], at });
  return added.length > 0 || moved.size > 0 || changed.length > 0;
}

const newUnit = (body: UnitBody, companyName: string, at: Date): UnitRecord => ({
  id: newId(at.getTime()),
  slug: body.slug,
  name: body.name ?? body.slug,
  parentId: null,
  address: addressOf(body, null, companyName),
});

function parentOf(body: UnitBody, unit: UnitRecord, all: ReadonlyMap<string, UnitRecord>): string | null {
  if (body.parent === undefined) return unit.parentId;
  if (body.parent === null) return null;
  const parent = all.get(body.parent);
  if (!parent) throw new BodyRefused('unknown_unit', { name: body.parent });
  return parent.id;
}

function addressOf(body: UnitBody, unit: UnitRecord | null, companyName: string): PostalAddress | null {
  if (body.address === undefined) return unit?.address ?? null;
  if (body.address === null) return null;
  const { postal_code: postalCode, name = companyName, ...rest } = body.address;
  return Object.fromEntries(
    Object.entries({ name, ...rest, postalCode }).filter(([, value]) => value !== undefined),
  ) as PostalAddress;
}
