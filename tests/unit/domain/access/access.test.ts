import { describe, expect, test } from 'vitest';
import {
  companyKeyScope,
  companyScope,
  isInScope,
  type Member,
  salesScope,
  storeScope,
} from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { isLastAdmin, memberMay, memberMayAnywhere, staffMay } from '#app/domain/access/permissions.ts';
import type { CompanyRole, StaffRole } from '#app/domain/access/roles.ts';
import { unitAndAbove, unitAndBelow, wouldLoop } from '#app/domain/access/unit-tree.ts';

const units = new Map(
  Object.entries({ hq: null, north: 'hq', south: 'hq', 'pier-9': 'north' }).map(([unit, above]) => [
    unitId(unit),
    above === null ? null : unitId(above),
  ]),
);
const member = (...held: [CompanyRole, string][]): Member => ({
  person: personId('ana'),
  company: companyId('harbour'),
  units,
  roles: held.map(([role, unit]) => ({ role, unit: unitId(unit) })),
});
const staff = (...roles: StaffRole[]) => ({ person: personId('rita'), roles });

describe('the tree of units', () => {
  test('a site, its region, its head office', () =>
    expect(unitAndAbove(units, unitId('pier-9'))).toEqual(['pier-9', 'north', 'hq']));
  test('a region and its sites', () => expect(unitAndBelow(units, unitId('north'))).toEqual(['north', 'pier-9']));
  test.each([
    ['north', 'pier-9', true],
    ['north', 'north', true],
    ['north', 'south', false],
    ['north', null, false],
  ])('hanging %s under %s would make a loop: %s', (unit, parent, loops) =>
    expect(wouldLoop(units, unitId(unit), parent === null ? null : unitId(parent))).toBe(loops),
  );
  test('a loop in old rows ends', () =>
    expect(
      unitAndAbove(
        new Map([
          [unitId('a'), unitId('b')],
          [unitId('b'), unitId('a')],
        ]),
        unitId('a'),
      ),
    ).toEqual(['a', 'b']));
});

describe('a role held in a unit holds in the units below it', () => {
  test.each<[string, Member, string, boolean]>([
    ['a buyer of the site buys for the site', member(['buyer', 'pier-9']), 'pier-9', true],
    ['a buyer of the region buys for its site', member(['buyer', 'north']), 'pier-9', true],
    ['a buyer of the site does not buy for the region', member(['buyer', 'pier-9']), 'north', false],
    ['a buyer of one region does not buy for the other', member(['buyer', 'south']), 'pier-9', false],
    ['an approver does not buy', member(['approver', 'hq']), 'pier-9', false],
    ['nor does a viewer', member(['viewer', 'hq']), 'pier-9', false],
    ['roles in several units count each for itself', member(['viewer', 'hq'], ['buyer', 'south']), 'south', true],
  ])('%s', (_, who, unit, may) => expect(memberMay(who, 'submit_purchase_orders', unitId(unit))).toBe(may));

  test.each<[CompanyRole, boolean, boolean, boolean]>([
    ['admin', true, true, true],
    ['buyer', false, false, true],
    ['approver', false, false, true],
    ['finance', false, true, true],
    ['viewer', false, false, true],
  ])('%s: manages people %s, sees invoices %s, sees documents %s', (role, people, invoices, documents) => {
    const who = member([role, 'hq']);
    expect([
      memberMayAnywhere(who, 'manage_people'),
      memberMayAnywhere(who, 'see_invoices'),
      memberMayAnywhere(who, 'see_documents'),
    ]).toEqual([people, invoices, documents]);
  });
});

describe('our own people', () => {
  test.each<[StaffRole, boolean, boolean]>([
    ['rep', false, false],
    ['manager', true, false],
    ['admin', true, true],
  ])('%s: sets credit %s, manages the catalog %s', (role, credit, catalog) =>
    expect([staffMay(staff(role), 'set_credit'), staffMay(staff(role), 'manage_catalog')]).toEqual([credit, catalog]),
  );
});

describe('what a scope holds', () => {
  const document = (unit: string, company = 'harbour', rep: string | null = null) => ({
    company: companyId(company),
    unit: unitId(unit),
    rep: rep === null ? null : personId(rep),
  });
  test.each([
    ['a member of a site sees that site', companyScope(member(['viewer', 'pier-9'])), document('pier-9'), true],
    ['and not the region', companyScope(member(['viewer', 'pier-9'])), document('north'), false],
    ['a regional one sees the region', companyScope(member(['viewer', 'north'])), document('pier-9'), true],
    ['and not the other region', companyScope(member(['viewer', 'north'])), document('south'), false],
    [
      'never another company, also with a unit of that name',
      companyScope(member(['admin', 'hq'])),
      document('hq', 'rival'),
      false,
    ],
    ['without a role nothing', companyScope(member()), document('pier-9'), false],
    ["a company's key sees all its units", companyKeyScope(companyId('harbour'), units), document('south'), true],
    [
      "a company's key sees no other company",
      companyKeyScope(companyId('harbour'), units),
      document('hq', 'rival'),
      false,
    ],
    ['a rep sees the own portfolio', salesScope(staff('rep')), document('hq', 'harbour', 'rita'), true],
    ['a rep sees a company nobody owns', salesScope(staff('rep')), document('hq'), true],
    ["a rep does not see another's", salesScope(staff('rep')), document('hq', 'harbour', 'rolf'), false],
    ['a manager sees all portfolios', salesScope(staff('manager')), document('hq', 'harbour', 'rolf'), true],
    ['the store sees all', storeScope(), document('hq', 'harbour', 'rolf'), true],
  ])('%s', (_, scope, what, isSeen) => expect(isInScope(scope, what)).toBe(isSeen));
});

describe('the last admin cannot leave', () => {
  test.each([
    [['adam'], 'adam', true],
    [['adam', 'eve'], 'adam', false],
    [['eve'], 'adam', false],
    [['adam', 'adam'], 'adam', true],
  ])('of %s, %s: %s', (admins, person, isLast) => expect(isLastAdmin(admins, person)).toBe(isLast));
});
