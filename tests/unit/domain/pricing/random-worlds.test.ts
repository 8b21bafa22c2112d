import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, equals, isLess, multiply, zero } from '#app/domain/money/exact.ts';
import { roundToMinorUnits } from '#app/domain/money/rounding.ts';
import { priceChain } from '#app/domain/pricing/price-chain.ts';
import { priceDocument, priceLine } from '#app/domain/pricing/price-document.ts';
import { type PriceEntry, targetsReaching } from '#app/domain/pricing/price-entry.ts';
import type { PriceListOption, PriceRevision } from '#app/domain/pricing/price-revision.ts';
import { holdsMoment } from '#app/domain/pricing/revision-in-force.ts';
import type { PriceTerms, PriceableVariant, PricedLine } from '#app/domain/pricing/price-terms.ts';
import { runs } from '#tests/support/arbitraries.ts';
import { oracle, oracleChain } from '#tests/support/price-oracle.ts';
import { moment, someLines, someTerms } from '#tests/support/random-price-worlds.ts';

const unitOf = (line: PricedLine) => line.unitPrice ?? (line.averagePrice as NonNullable<typeof line.averagePrice>);
const withOptions = (terms: PriceTerms, options: (revision: PriceRevision) => PriceListOption[]): PriceTerms => ({
  ...terms,
  revisions: terms.revisions.map((revision) => ({ ...revision, options: options(revision) })),
});

describe('on random worlds', { timeout: 180_000 }, () => {
  test('the engine says what the rules say when written down a second time', () => {
    let priced = 0;
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        priceDocument(lines, terms, at).forEach((price, index) => {
          const line = lines[index] as (typeof lines)[number];
          const expected = oracle(line, lines, terms, at);
          if (!price.ok) {
            expect(price.problem.code).toBe('not_sold');
            expect(expected).toBeNull();
            return;
          }
          priced += 1;
          expect(price.list).toBe(expected?.list);
          expect(unitOf(price)).toEqual(expected?.unit);
          expect(price.amount).toEqual(expected?.total);
        });
      }),
      runs(1500),
    );
    expect(priced).toBeGreaterThan(1000);
  });

  test('the chain has the order the rules give it', () => {
    const names = (chain: PriceRevision[]) => chain.map(({ list, number }) => `${list}.${number}`);
    fc.assert(
      fc.property(someTerms, moment, (terms, at) => {
        const chain = priceChain(terms.revisions, terms.buyer, terms.currency, at);
        expect(names(chain)).toEqual(names(oracleChain(terms, at)));
      }),
      runs(500),
    );
  });

  test('a price does not depend on revisions outside its moment', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        const inside = terms.revisions.filter((revision) => holdsMoment(revision, at));
        expect(priceDocument(lines, { ...terms, revisions: inside }, at)).toEqual(priceDocument(lines, terms, at));
      }),
      runs(300),
    );
  });

  test('nor on the order in which revisions or entries are given, nor on other buyers’ lists', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        const isForeign = ({ unit, segment }: PriceRevision) => unit === 'elsewhere' || segment === 'others';
        const mine = (list: string) => terms.revisions.some((other) => other.list === list && !isForeign(other));
        const revisions = [...terms.revisions]
          .reverse()
          .filter(({ list }) => mine(list))
          .map((revision) => ({ ...revision, entries: [...revision.entries].reverse() }));
        expect(priceDocument(lines, { ...terms, revisions }, at)).toEqual(priceDocument(lines, terms, at));
      }),
      runs(300),
    );
  });

  test('a more specific entry never loses to a broader one in the same list', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        const plain = withOptions(terms, () => []);
        const chain = priceChain(plain.revisions, plain.buyer, plain.currency, at);
        for (const price of priceDocument(lines, plain, at)) {
          const won = price.reasons.find((reason) => reason.verdict === 'won');
          const revision = chain.find(({ list }) => list === won?.list);
          if (!won?.target || !revision) continue;
          const variant = plain.variants.get(price.sku) as PriceableVariant;
          const order = targetsReaching({ kind: 'variant', ...variant }).map((target) => JSON.stringify(target));
          const place = ({ target }: Pick<PriceEntry, 'target'>) => order.indexOf(JSON.stringify(target));
          const reached = revision.entries.filter(
            (entry) => place(entry) >= 0 && compare(entry.minQuantity, price.quantity) <= 0,
          );
          expect(Math.min(...reached.map(place))).toBe(place({ target: won.target }));
        }
      }),
      runs(300),
    );
  });

  test('line totals are unit price times quantity rounded once, and graduated ones the sum of their bands', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        for (const price of priceDocument(lines, terms, at)) {
          if (!price.ok) continue;
          expect(price.lineTotal.minor).toBe(roundToMinorUnits(price.amount, 'EUR'));
          if (price.bands) {
            expect(price.unitPrice).toBeNull();
            expect(price.bands.reduce((sum, band) => add(sum, band.amount), zero)).toEqual(price.amount);
            expect(price.bands.reduce((sum, band) => add(sum, band.quantity), zero)).toEqual(price.quantity);
          }
          expect(multiply(unitOf(price), price.quantity)).toEqual(price.amount);
        }
      }),
      runs(300),
    );
  });

  test('the lowest is never above any list by itself', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        const lowest = withOptions(terms, ({ options }) =>
          options.includes('graduated') ? ['graduated', 'lowest'] : ['lowest'],
        );
        for (const price of priceDocument(lines, lowest, at)) {
          if (!price.ok) continue;
          for (const { unitPrice } of price.reasons)
            if (unitPrice) expect(isLess(unitPrice, unitOf(price))).toBe(false);
        }
      }),
      runs(300),
    );
  });

  test('a list merged with nobody after it is itself', () => {
    fc.assert(
      fc.property(
        someTerms,
        someLines,
        moment,
        fc.constantFrom('K1', 'S1', 'STANDARD-EUR'),
        (terms, lines, at, list) => {
          const one = { ...terms, revisions: terms.revisions.filter((revision) => revision.list === list) };
          const unit = (option: PriceListOption[]) =>
            priceDocument(
              lines,
              withOptions(one, () => option),
              at,
            ).map((price) => (price.ok ? price.unitPrice : null));
          expect(unit(['merge'])).toEqual(unit([]));
        },
      ),
      runs(300),
    );
  });

  test('a capped price is never above the public one, and names the standard list when it would have been', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        const capped = withOptions(terms, ({ kind }) => (kind === 'standard' ? [] : ['cap_at_public']));
        for (const price of priceDocument(lines, capped, at)) {
          if (!price.ok || !price.publicUnitPrice) continue;
          expect(isLess(price.publicUnitPrice, unitOf(price))).toBe(false);
          if (price.reasons.some(({ because }) => because === 'above_the_public_price'))
            expect([price.step, unitOf(price)]).toEqual(['standard', price.publicUnitPrice]);
        }
      }),
      runs(300),
    );
  });

  test('a percentage without a reference price passes its whole list over', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        for (const price of priceDocument(lines, terms, at)) {
          for (const { because, unitPrice, verdict } of price.reasons)
            if (because === 'no_reference_price') expect([unitPrice, verdict]).toEqual([null, 'lost']);
        }
      }),
      runs(200),
    );
  });

  test('the ladder, rung by rung, is what a line of that quantity pays by itself', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        const line = lines[0] as (typeof lines)[number];
        const price = priceLine(line, terms, at);
        if (!price.ok) return;
        for (const rung of price.ladder) {
          const there = priceLine({ ...line, quantity: rung.minQuantity }, terms, at);
          if (!there.ok) throw new Error('a rung that is not sold');
          expect(there.bands?.at(-1)?.unitPrice ?? there.unitPrice).toEqual(rung.unitPrice);
        }
        const reached = price.ladder.findLast((rung) => compare(rung.minQuantity, line.quantity) <= 0);
        // A percentage of a graduated average moves between breaks; every other price stands still there.
        const isSteady = terms.revisions.every(({ options }) => !options.includes('graduated'));
        if (isSteady) expect(reached && equals(reached.unitPrice, unitOf(price))).toBe(true);
      }),
      runs(300),
    );
  });

  test('"more and you pay less" is true when one tries it, and nothing nearer is missed', () => {
    fc.assert(
      fc.property(someTerms, someLines, moment, (terms, lines, at) => {
        const line = lines[0] as (typeof lines)[number];
        const at1 = priceDocument(lines, terms, at)[0];
        if (!at1?.ok) return;
        const total = (quantity: bigint) => {
          const further = [{ ...line, quantity: { num: quantity, den: 1n } }, ...lines.slice(1)];
          const there = priceDocument(further, terms, at)[0];
          return there?.ok ? there.lineTotal.minor : null;
        };
        const nearest = Array.from({ length: 25 }, (_, index) => line.quantity.num + BigInt(index) + 1n).find(
          (quantity) => {
            const there = total(quantity);
            return there !== null && there < at1.lineTotal.minor;
          },
        );
        const { payLess } = at1.hint;
        if (line.sku === 'B1') return;
        expect(payLess ? payLess.quantity.num : undefined).toBe(nearest);
        if (payLess) expect(total(payLess.quantity.num)).toBe(payLess.lineTotal.minor);
      }),
      runs(150),
    );
  });
});
