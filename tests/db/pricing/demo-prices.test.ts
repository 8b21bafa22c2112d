import { describe, expect, test } from 'vitest';
import { seed } from '#db/seed/seed.server.ts';
import { findListInScope, findRevision, listWaitingRevisions } from '#db/queries/price-revisions.server.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { depsAt, apiClient } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

describe('the demo shop', async () => {
  const { db } = await testDatabase();
  const deps = depsAt(db, '2026-11-22T09:00:00Z');
  await seed(deps, () => {});
  const api = await apiClient(deps);

  test('has a price list of one rep waiting for the other', async () => {
    const waiting = await listWaitingRevisions(db, { scope: storeScope(), limit: 10 });
    expect(waiting).toMatchObject([{ code: 'CAFES', number: 2 }]);
    const list = await findListInScope(db, { scope: storeScope(), code: 'CAFES' });
    expect(await findRevision(db, { listId: list?.id ?? '', number: 2 })).toMatchObject({ status: 'submitted' });
    const path = '/price-lists/CAFES/revisions/2/approvals';
    expect((await api('POST', path, { as: 'rep2@tradepost.example' })).body.code).toBe('own_request');
    expect(await api('POST', path, { as: 'rep@tradepost.example' })).toMatchObject({
      status: 200,
      body: { status: 'approved', phase: 'scheduled' },
    });
  });

  test.each([
    ['cafe-lindenhof', 'hq', 'CAFES'],
    ['harbour-hotels', 'pier-9', 'HARBOUR'],
  ])('%s buys at its own prices in %s', async (company, unit, list) => {
    const lines = [{ sku: 'ESP-1K', quantity: '10' }];
    const reply = await api('POST', '/prices', { company, unit, currency: 'EUR', lines });
    expect(reply.body.lines).toMatchObject([{ list }]);
  });
});
