import { describe, expect, test } from 'vitest';
import { creditFreed, openOf, taxSums, untaxedNote } from '#app/domain/orders/invoice.ts';
import { openParts } from '#app/domain/purchase-orders/ageing.ts';

describe('what an invoice says of its tax', () => {
  test('by rate, the highest first, freight on its own', () => {
    const lines = [
      { ratePercent: '7', netMinor: 1_000n, taxMinor: 70n },
      { ratePercent: '19', netMinor: 500n, taxMinor: 95n },
      { ratePercent: '7', netMinor: 333n, taxMinor: 23n },
    ];
    expect(taxSums(lines, { netMinor: 490n, taxMinor: 93n })).toEqual([
      { ratePercent: '19', taxableMinor: '500', taxMinor: '95' },
      { ratePercent: '7', taxableMinor: '1333', taxMinor: '93' },
      { ratePercent: 'freight', taxableMinor: '490', taxMinor: '93' },
    ]);
  });

  const untaxed = { taxMinor: 0n, totalMinor: 100n, shopCountry: 'DE' };
  test.each([
    ['a business in another member state', { vatNumber: 'FR1', country: 'FR', isInTaxArea: true }, 'reverse_charge'],
    ['out of the common area', { vatNumber: null, country: 'US', isInTaxArea: false }, 'export'],
    ['at home', { vatNumber: 'DE1', country: 'DE', isInTaxArea: true }, null],
    ['a consumer next door', { vatNumber: null, country: 'FR', isInTaxArea: true }, null],
  ] as const)('untaxed, %s', (_case, given, note) => {
    expect(untaxedNote({ ...untaxed, ...given })).toBe(note);
    expect(untaxedNote({ ...untaxed, ...given, taxMinor: 1n })).toBeNull();
  });
});

test('any pieces of an invoice free all of its credit once, also in another currency', () => {
  for (const creditMinor of [0n, 1n, 777n, 10_001n]) {
    let invoice = { payableMinor: 1_000n, paidMinor: 0n, creditedMinor: 0n, creditMinor };
    let freed = 0n;
    for (const piece of [1n, 333n, 333n, 332n, 1n]) {
      freed += creditFreed(invoice, piece);
      invoice = { ...invoice, paidMinor: invoice.paidMinor + piece };
    }
    expect(freed).toBe(creditMinor);
    expect(openOf(invoice)).toBe(0n);
  }
});

test('what was settled counts for the part that is due first', () => {
  const parts = [
    { minor: '300', overdueAt: '2027-01-02T23:00:00.000Z' },
    { minor: '700', overdueAt: null },
  ];
  const open = (settledMinor: bigint) =>
    openParts({ currency: 'EUR', parts, settledMinor }).map((part) => part.open.minor);
  expect(open(0n)).toEqual([300n, 700n]);
  expect(open(299n)).toEqual([1n, 700n]);
  expect(open(300n)).toEqual([700n]);
  expect(open(1_000n)).toEqual([]);
});
