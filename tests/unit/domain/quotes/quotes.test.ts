import { describe, expect, test } from 'vitest';
import { type QuoteToAccept, acceptedLines } from '#app/domain/quotes/acceptance.ts';
import {
  type QuoteEvent,
  type QuoteStatus,
  holderOf,
  isFinal,
  mayBeOffered,
  nextStatus,
  outcomeOf,
  quoteStatuses,
  statusForBuyer,
} from '#app/domain/quotes/lifecycle.ts';
import { nameLines } from '#app/domain/quotes/name-lines.ts';
import { offerRules, offerVerdict } from '#app/domain/quotes/offer-limits.ts';
import { reminderAt, statusAt } from '#app/domain/quotes/quote-validity.ts';
import { d } from '#tests/support/a-price-world.ts';

describe('the life of a quote', () => {
  test.each<[string, QuoteEvent[], QuoteStatus | null]>([
    ['asked, offered, accepted', ['request', 'take', 'offer', 'accept'], 'accepted'],
    ['beyond the limit', ['request', 'take', 'submit', 'approve', 'accept'], 'accepted'],
    ['returned by the manager', ['request', 'take', 'submit', 'return', 'offer'], 'offered'],
    ['countered and offered again', ['request', 'take', 'offer', 'counter', 'take', 'offer'], 'offered'],
    ['what waits for the manager cannot be accepted', ['request', 'take', 'submit', 'accept'], null],
    ['what was countered cannot be accepted', ['request', 'take', 'offer', 'counter', 'accept'], null],
    ['an expired one is not offered again', ['request', 'take', 'offer', 'expire', 'extend'], null],
    ['an accepted one is not accepted twice', ['request', 'take', 'offer', 'accept', 'accept'], null],
    ['taken back before it was answered', ['request', 'withdraw'], 'withdrawn'],
    ['the seller takes back an offer', ['request', 'take', 'offer', 'withdraw'], 'withdrawn'],
    ['no offer is made', ['request', 'reject'], 'rejected'],
  ])('%s', (_case, events, status) => {
    expect(events.reduce<QuoteStatus | null>((from, event) => from && nextStatus(from, event), 'draft')).toBe(status);
  });

  test('it is over exactly where nobody holds it', () => {
    for (const status of quoteStatuses) expect(isFinal(status)).toBe(holderOf(status) === null);
  });
  test('what is over is won or lost', () => {
    for (const status of quoteStatuses) expect(outcomeOf(status) === 'open').toBe(!isFinal(status));
  });
  test('a rep may write an offer where the seller holds it, and nowhere else', () => {
    for (const status of quoteStatuses) expect(mayBeOffered(status)).toBe(holderOf(status) === 'seller');
  });
  test('a buyer is not told that an offer is with the manager', () => {
    expect(statusForBuyer('awaiting_approval')).toBe('in_work');
  });
});

describe('accepting', () => {
  const offered: QuoteToAccept = {
    status: 'offered',
    offeredVersion: 3,
    validUntil: new Date('2027-02-01T00:00:00Z'),
    partAcceptance: true,
    lines: [1, 2, 4],
  };
  const asked = { version: 3, lines: null, at: new Date('2027-01-31T23:59:59.999Z') };
  test.each<
    [string, Partial<QuoteToAccept>, Partial<Omit<typeof asked, 'lines'>> & { lines?: number[] | null }, unknown]
  >([
    ['the whole of it', {}, {}, [1, 2, 4]],
    ['two lines, named twice', {}, { lines: [4, 1, 4] }, [1, 4]],
    ['all lines, where part is not allowed', { partAcceptance: false }, { lines: [1, 2, 4] }, [1, 2, 4]],
    ['some lines, where part is not allowed', { partAcceptance: false }, { lines: [1] }, 'part_not_allowed'],
    ['no line', {}, { lines: [] }, 'lines_needed'],
    ['a line that is not there', {}, { lines: [3] }, 'no_such_line'],
    ['an older version', {}, { version: 2 }, 'stale_version'],
    ['a version nobody was given', {}, { version: 4 }, 'stale_version'],
    ['at the end of its validity', {}, { at: new Date('2027-02-01T00:00:00Z') }, 'expired'],
    ['after it was written down as expired', { status: 'expired' }, {}, 'expired'],
    ['while it is with the manager', { status: 'awaiting_approval' }, {}, 'wrong_state'],
    ['before any version', { status: 'requested', offeredVersion: null, validUntil: null }, {}, 'wrong_state'],
  ])('%s', (_case, quote, changed, expected) => {
    const verdict = acceptedLines({ ...offered, ...quote }, { ...asked, ...changed });
    expect(verdict.ok ? verdict.value : verdict.code).toEqual(expected);
  });
});

describe('how far a rep may go', () => {
  const limits = { discountPercent: d(15), marginFloorPercent: d(20) };
  const line = (offered: string, today: string | null = '18.00', cost: string | null = '9.00') => ({
    line: 1,
    today: today === null ? null : d(today),
    offered: d(offered),
    cost: cost === null ? null : d(cost),
  });
  test.each([
    ['15 % off exactly', line('15.30'), true],
    ['a hair more', line('15.299999'), false],
    ['a margin of 20 % exactly', line('11.25', '12.00'), true],
    ['below the floor', line('11.249999', '12.00'), false],
    ['without a cost only the discount counts', line('15.30', '18.00', null), true],
    ['not sold today: only the margin counts', line('11.25', null), true],
    ['given away', line('0', '0.00'), false],
  ])('%s', (_case, offered, isWithin) => {
    const verdict = offerVerdict([offered], limits);
    expect(verdict.isWithin).toBe(isWithin);
    expect(offerRules(verdict)).toHaveLength(isWithin ? 0 : 1);
  });
  test('one line beyond takes the whole offer to the manager', () => {
    expect(offerVerdict([line('18.00'), { ...line('10.00'), line: 2 }], limits).isWithin).toBe(false);
  });
  test('whoever has no limit asks nobody', () => {
    const none = { discountPercent: null, marginFloorPercent: null };
    expect(offerRules(offerVerdict([line('0.01')], none))).toEqual([]);
  });
});

describe('naming lines', () => {
  const known = [
    { line: 1, sku: 'A' },
    { line: 2, sku: 'B' },
    { line: 5, sku: 'B' },
  ];
  test.each([
    ['by number', [{ line: 5 }], [5]],
    ['by a SKU that is there once', [{ sku: 'A' }], [1]],
    ['by a SKU that is there twice', [{ sku: 'B' }], 'no_such_line'],
    ['the same twice', [{ line: 1 }, { line: 1 }], 'line_twice'],
    ['one that is not there', [{ line: 3 }], 'no_such_line'],
  ])('%s', (_case, named, expected) => {
    const found = nameLines(known, named, false);
    expect(found.ok ? found.value : found.code).toEqual(expected);
  });
  test('an offer may bring new lines, numbered after the last', () => {
    expect(nameLines(known, [{ sku: 'A' }, { sku: 'C' }, { sku: 'D' }], true)).toEqual({ ok: true, value: [1, 6, 7] });
  });
});

describe('validity', () => {
  test.each([
    ['two days before a long one', '2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z', '2027-01-30T00:00:00.000Z'],
    ['at half time of a short one', '2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z', '2027-01-01T12:00:00.000Z'],
  ])('both sides are reminded %s', (_case, offeredAt, validUntil, expected) => {
    const at = reminderAt({ offeredAt: new Date(offeredAt), validUntil: new Date(validUntil) });
    expect(at.toISOString()).toBe(expected);
  });
  test('only an offer runs out', () => {
    const past = new Date('2027-01-01T00:00:00Z');
    const at = new Date('2027-01-01T00:00:00Z');
    for (const status of quoteStatuses)
      expect(statusAt({ status, validUntil: past }, at)).toBe(status === 'offered' ? 'expired' : status);
  });
});
