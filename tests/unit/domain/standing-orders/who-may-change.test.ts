import { expect, test } from 'vitest';
import type { Member } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import type { CompanyRole } from '#app/domain/access/roles.ts';
import { isOwner, mayStop, mayTakeOver } from '#app/domain/standing-orders/who-may-change.ts';

const units = new Map([
  [unitId('hq'), null],
  [unitId('north'), unitId('hq')],
  [unitId('pier-9'), unitId('north')],
  [unitId('south'), unitId('hq')],
]);
const member = (role: CompanyRole, unit: string): Member => ({
  ...{ person: personId('ben'), company: companyId('harbour'), units },
  roles: [{ role, unit: unitId(unit) }],
});
const ofPier = { ownerId: 'ana', unitId: 'pier-9' };
const ofConsumer = { ownerId: 'ana', unitId: null };

test.each([
  ['its owner changes and stops it', 'ana', member('buyer', 'pier-9'), ofPier, [true, true, false]],
  ['another buyer of the site does neither', 'ben', member('buyer', 'pier-9'), ofPier, [false, false, false]],
  ['the site’s admin stops it or takes it over', 'ben', member('admin', 'pier-9'), ofPier, [false, true, true]],
  ['so does the admin of the region above', 'ben', member('admin', 'north'), ofPier, [false, true, true]],
  ['not the admin of another region', 'ben', member('admin', 'south'), ofPier, [false, false, false]],
  ['a consumer’s own is theirs', 'ana', null, ofConsumer, [true, true, false]],
  ['and nobody else’s, whatever they look after', 'ben', member('admin', 'hq'), ofConsumer, [false, false, false]],
] as const)('%s', (_case, person, as, order, verdicts) => {
  const who = { actor: { member: as }, personId: person };
  expect([isOwner(who, order), mayStop(who, order), mayTakeOver(who, order)]).toEqual(verdicts);
});
