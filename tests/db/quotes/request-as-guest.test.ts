import { describe, expect, test } from 'vitest';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import { linesAsked } from '#app/http/quote-request.server.ts';
import { requestQuoteAsGuest } from '#app/use-cases/quotes/request-quote-as-guest.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { quoteWorld } from '#tests/support/quote-world.ts';
import { listSlugsLike } from '#db/queries/company-record.server.ts';
import { readQuoteLines, listSellerQuotes } from '#db/queries/quotes.server.ts';

const application = (email: string) => ({
  companyName: 'Brightside Hostels',
  vatNumber: null,
  country: 'DE',
  place: null,
  personName: 'Nora Field',
  email,
  locale: 'en',
  clientIp: '192.0.2.7',
});

describe('somebody we do not know asks for a company', () => {
  test('the request waits on the desk of every rep, with the application beside it', async () => {
    const { db } = await testDatabase();
    const { deps } = await quoteWorld(db);
    const asked = await requestQuoteAsGuest(deps, {
      application: application('nora@brightside.example'),
      lines: [{ sku: 'ESP-1K', quantity: '40', configuration: {}, targetPrice: '15.50', note: 'ground' }],
      notes: 'For twelve houses',
      wishes: 'A smaller bag',
    });
    if (!asked.ok) throw new Error(asked.code);
    const rep = personId('00000000-0000-7000-8000-000000000001');
    const seller = { scope: salesScope({ person: rep, roles: ['rep'] }), person: rep };
    const [quote] = await listSellerQuotes(db, { seller, statuses: ['requested'], limit: 5 });
    expect(quote).toMatchObject({ id: asked.value.id, notes: 'For twelve houses', wishes: 'A smaller bag' });
    expect(quote?.answerDueAt).not.toBeNull();
    expect(await readQuoteLines(db, { quoteId: asked.value.id })).toMatchObject([
      { sku: 'ESP-1K', quantity: '40.000000', targetPrice: '15.500000', note: 'ground' },
    ]);
    expect(await listSlugsLike(db, { start: 'brightside' })).toEqual(['brightside-hostels']);
  });

  test('an article that is not there leaves nothing behind, no company either', async () => {
    const { db } = await testDatabase();
    const { deps } = await quoteWorld(db);
    const asked = await requestQuoteAsGuest(deps, {
      application: application('nora@brightside.example'),
      lines: [{ sku: 'NOPE', quantity: '1', configuration: {} }],
      notes: '',
      wishes: '',
    });
    expect(asked).toMatchObject({ ok: false, code: 'unknown_sku' });
    expect(await listSlugsLike(db, { start: 'brightside' })).toEqual([]);
  });
});

test.each([
  ['empty rows are left out', [{ note: '' }, { sku: 'A', quantity: '2', note: '' }], ['A']],
  ['a row with a price and no article is asked about', [{ target: '3', note: '' }], 'lines.0.sku'],
  ['an article without a quantity too', [{ note: '' }, { sku: 'A', note: '' }], 'lines.1.quantity'],
])('%s', (_case, rows, expected) => {
  const asked = linesAsked(rows);
  expect('missing' in asked ? asked.missing : asked.lines.map(({ sku }) => sku)).toEqual(expected);
});

test('what a form carried of a configuration is read back, and nothing that was tampered with', () => {
  const row = { sku: 'A', quantity: '1', target: '2,5', note: '' };
  const read = (configuration: string) => {
    const asked = linesAsked([{ ...row, configuration }]);
    return 'lines' in asked ? asked.lines[0] : null;
  };
  expect(read('{"plan":"good","modules":[{"code":"m","quantity":"2"}]}')).toMatchObject({
    configuration: { plan: 'good', modules: [{ code: 'm', quantity: '2' }] },
    targetPrice: '2.5',
  });
  expect(read('{"plan":7}')?.configuration).toEqual({});
  expect(read('not json')?.configuration).toEqual({});
});
