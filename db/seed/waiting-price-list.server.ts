import type { Deps } from '#app/deps.server.ts';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import { revisionBody } from '#app/http/api/schemas/price-lists.ts';
import { createRevision } from '#app/use-cases/pricing/create-revision.server.ts';
import { findStaffByEmail } from '#db/queries/persons.server.ts';

const day = 24 * 60 * 60 * 1000;
const author = 'rep2@tradepost.example';

/** A price list that waits: one rep has drafted better prices for the cafés, so another finds them in the inbox. */
export async function seedWaitingPriceList(deps: Deps): Promise<void> {
  const found = await findStaffByEmail(deps.db, { email: author });
  if (!found) throw new Error(`${author} does not work here`);
  const staff = { person: personId(found.id), roles: [found.role] };
  const body = revisionBody.parse({
    starts_at: new Date(deps.now().getTime() + 14 * day).toISOString(),
    submit: true,
    note: 'Two cafés asked about winter volumes: 10 % from the first bag, and a price of its own for two cases of House Espresso.',
    entries: [
      { category: 'coffee', min_quantity: '1', percent_off: '10' },
      { category: 'coffee', min_quantity: '12', percent_off: '14' },
      { category: 'cups', min_quantity: '24', percent_off: '15' },
      { category: 'pantry', min_quantity: '6', percent_off: '10' },
      { category: 'care', min_quantity: '1', percent_off: '10' },
      { sku: 'ESP-1K', min_quantity: '24', unit_price: '20.40' },
    ],
  });
  const actor = { person: staff.person, via: 'seed', member: null, standsInFor: null, staff };
  const by = { actor, scope: salesScope(staff) };
  const done = await createRevision(deps, { listCode: 'CAFES', body, by, systemOfRecord: null });
  if (!done.ok) throw new Error(`the waiting price list was refused: ${done.code} ${JSON.stringify(done.detail)}`);
}
