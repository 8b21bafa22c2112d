import fc from 'fast-check';
import { plainChoice } from '#app/domain/catalog/choice-problems.ts';
import { exact } from '#app/domain/money/exact.ts';
import { type PriceEntry, targetKey } from '#app/domain/pricing/price-entry.ts';
import type { PriceListKind, PriceListOption, PriceRevision } from '#app/domain/pricing/price-revision.ts';
import type { LineToPrice, PriceTerms } from '#app/domain/pricing/price-terms.ts';
import { aVariant, day, terms } from './a-price-world';
import { decimal } from './arbitraries';

/** Small worlds in which everything happens often: three variants of two products in a tree of categories, up to six
 *  lists of all kinds with up to three revisions, few quantities and days, so that ties and edges are common. */
export const variants = [
  aVariant({ sku: 'A1', product: 'a', categories: ['c/d', 'c'] }),
  aVariant({ sku: 'A2', product: 'a', categories: ['c/d', 'c'], mixGroup: 'g' }),
  aVariant({
    sku: 'B1',
    product: 'b',
    categories: ['c'],
    mixGroup: 'g',
    quantityStep: exact(1n, 2n),
    minimumQuantity: exact(1n, 2n),
  }),
];

const quantity = fc.constantFrom(1, 2, 3, 5, 8, 10, 12, 20).map((n) => exact(BigInt(n)));
export const days = ['2027-01-01', '2027-01-10', '2027-01-20', '2027-01-30', '2027-02-10'].map(day);
export const moment = fc.constantFrom(...days, day('2027-01-15'), day('2027-02-20'));

const target: fc.Arbitrary<PriceEntry['target']> = fc.constantFrom(
  { kind: 'variant', sku: 'A1' },
  { kind: 'variant', sku: 'A2' },
  { kind: 'variant', sku: 'B1' },
  { kind: 'product', product: 'a' },
  { kind: 'product', product: 'b' },
  { kind: 'category', category: 'c' },
  { kind: 'category', category: 'c/d' },
  { kind: 'everything' },
);

const entries = (isFixedOnly: boolean): fc.Arbitrary<PriceEntry[]> => {
  const fixed = decimal(0, 20, 2).map((unitPrice) => ({ kind: 'fixed' as const, unitPrice }));
  const percent = decimal(0, 60, 1).map((percentOff) => ({ kind: 'percent' as const, percentOff }));
  const price = isFixedOnly ? fixed : fc.oneof({ weight: 3, arbitrary: fixed }, { weight: 1, arbitrary: percent });
  return fc.uniqueArray(fc.record({ target, minQuantity: quantity, price }), {
    maxLength: 8,
    selector: (entry) => `${targetKey(entry.target)} ${entry.minQuantity.num}`,
  });
};

const optionSets: PriceListOption[][] = [
  [],
  ['merge'],
  ['lowest'],
  ['cap_at_public'],
  ['mix_and_match'],
  ['graduated'],
  ['merge', 'cap_at_public'],
  ['merge', 'mix_and_match'],
  ['lowest', 'mix_and_match'],
  ['graduated', 'lowest'],
  ['lowest', 'merge'],
];

const revision = (list: string, number: number, kind: PriceListKind): fc.Arbitrary<PriceRevision> =>
  fc
    .record({
      options: fc.constantFrom(...optionSets),
      effectiveAt: fc.constantFrom(...days),
      lasts: fc.constantFrom(null, 5, 15, 40),
      unit: fc.constantFrom('site', 'region', 'hq', 'elsewhere'),
      segment: fc.constantFrom('cafes', 'hotels', 'others'),
      priority: fc.constantFrom(1, 2),
      currency: fc.constantFrom('EUR' as const, 'EUR' as const, 'EUR' as const, 'USD' as const),
    })
    .chain((of) =>
      entries(of.options.includes('graduated')).map((all) => ({
        list,
        number,
        kind,
        currency: of.currency,
        effectiveAt: of.effectiveAt,
        endsAt: of.lasts === null ? null : new Date(of.effectiveAt.getTime() + of.lasts * 86_400_000),
        unit: kind === 'contract' ? of.unit : null,
        segment: kind === 'segment' ? of.segment : null,
        priority: of.priority,
        options: of.options,
        termDiscounts: {},
        approvedBy: null,
        entries: all,
      })),
    );

const list = (code: string, kind: PriceListKind): fc.Arbitrary<PriceRevision[]> =>
  fc
    .integer({ min: 0, max: 3 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => revision(code, index + 1, kind))));

export const someRevisions: fc.Arbitrary<PriceRevision[]> = fc
  .tuple(
    list('K1', 'contract'),
    list('K2', 'contract'),
    list('S1', 'segment'),
    list('S2', 'segment'),
    list('STANDARD-EUR', 'standard'),
  )
  .map((lists) => lists.flat());

export const someTerms: fc.Arbitrary<PriceTerms> = someRevisions.map((revisions) =>
  terms(revisions, { variants, buyer: { unitPath: ['site', 'region', 'hq'], segments: ['cafes', 'hotels'] } }),
);

export const someLines: fc.Arbitrary<LineToPrice[]> = fc
  .array(fc.record({ sku: fc.constantFrom('A1', 'A2', 'B1'), quantity }), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map((line, index) => ({ line: index + 1, ...line, choice: plainChoice, term: null })));
