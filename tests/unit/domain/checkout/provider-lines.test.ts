import { expect, test } from 'vitest';
import { nextQuestionAt, reservedUntil } from '#app/domain/checkout/payment-timing.ts';
import { clicksFor } from '#app/domain/checkout/checkout-steps.ts';
import { providerLines } from '#app/domain/checkout/provider-lines.ts';
import { money } from '#app/domain/money/money.ts';

const eur = (minor: bigint) => money(minor, 'EUR');
const labels = { freight: 'Shipping', tax: 'Tax' };

test('each line goes once as its rounded total, then freight, then tax, and they add up', () => {
  expect(
    providerLines({
      lines: [
        { sku: 'ESP-1K', quantity: '12.000000', net: eur(19_800n) },
        { sku: 'HOSE', quantity: '2.500000', net: eur(1_000n) },
        { sku: 'SAMPLE', quantity: '1', net: eur(0n) },
      ],
      freight: eur(412n),
      tax: eur(1_485n),
      payable: eur(22_697n),
      labels,
    }),
  ).toEqual([
    { label: '12 x ESP-1K', amount: eur(19_800n) },
    { label: '2.5 x HOSE', amount: eur(1_000n) },
    { label: 'Shipping', amount: eur(412n) },
    { label: 'Tax', amount: eur(1_485n) },
  ]);
});

test('a cent that does not add up stops it before anyone is sent to pay', () => {
  const lines = [{ sku: 'ESP-1K', quantity: '1', net: eur(100n) }];
  expect(() => providerLines({ lines, freight: eur(0n), tax: eur(7n), payable: eur(108n), labels })).toThrow(
    RangeError,
  );
});

test('three clicks for a guest, two for whoever kept a card', () => {
  expect(clicksFor({ hasSavedCard: false, hasAddress: false })).toEqual(['buy_now', 'continue_to_payment', 'pay']);
  expect(clicksFor({ hasSavedCard: true, hasAddress: true })).toEqual(['buy_now', 'pay']);
  expect(clicksFor({ hasSavedCard: true, hasAddress: false })).toHaveLength(3);
});

test.each([
  ['two minutes old: again at four', 2, 4],
  ['four minutes old: again at eight', 4, 8],
  ['eight minutes old: when the reservation ends', 8, 15],
  ['after the end: two minutes later', 15, 17],
])('when the provider is asked again, %s', (_case, age, next) => {
  const startedAt = new Date('2027-03-01T09:00:00Z');
  const minutes = (count: number) => new Date(startedAt.getTime() + count * 60_000);
  expect(nextQuestionAt({ startedAt, reservedUntil: reservedUntil(startedAt), now: minutes(age) })).toEqual(
    minutes(next),
  );
});
