import { describe, expect, test } from 'vitest';
import {
  type OrdersOfTemplate,
  isUsableTemplate,
  lastMoment,
  leftOf,
  mayOrderAgain,
  turnToOrder,
} from '#app/domain/quotes/repeat-orders.ts';

const until = new Date('2027-03-31T22:00:00.000Z');
const justBefore = new Date('2027-03-31T21:59:59.999Z');
const standing = { times: 4, ordered: 1, left: 3, until: '2027-03-31T22:00:00.000Z' };

describe('ordering again from a template for four orders', () => {
  test.each<[string, Partial<OrdersOfTemplate>, number | null, Date, unknown]>([
    ['the next one', {}, null, justBefore, { turn: 2, isTaken: false }],
    ['the next one, named', {}, 2, justBefore, { turn: 2, isTaken: false }],
    ['the acceptance again is what it was', {}, 1, justBefore, { turn: 1, isTaken: true }],
    ['a second click on the second', { ordered: 2, lastTurn: 2 }, 2, justBefore, { turn: 2, isTaken: true }],
    [
      'what was ordered is answered after the end too',
      { ordered: 2, lastTurn: 2 },
      2,
      until,
      { turn: 2, isTaken: true },
    ],
    ['the last one', { ordered: 3, lastTurn: 3 }, null, justBefore, { turn: 4, isTaken: false }],
    [
      'a fifth',
      { ordered: 4, lastTurn: 4 },
      null,
      justBefore,
      ['template_used_up', { ...standing, ordered: 4, left: 0 }],
    ],
    ['at the end of its time', {}, null, until, ['template_over', standing]],
    ['a turn given back may be taken', { ordered: 3, lastTurn: 4 }, null, justBefore, { turn: 5, isTaken: false }],
    ['the turn given back is not taken anew', { ordered: 3, lastTurn: 4 }, 4, justBefore, { turn: 4, isTaken: true }],
    ['one that skips a turn', {}, 3, justBefore, ['wrong_state', undefined]],
    ['no turn at all', {}, 0, justBefore, ['wrong_state', undefined]],
  ])('%s', (_case, given, turn, at, expected) => {
    const template = { times: 4, until, ordered: 1, lastTurn: 1, ...given };
    const found = turnToOrder(template, { turn, at });
    expect(found.ok ? found.value : [found.code, found.detail]).toEqual(expected);
    if (turn === null) expect(mayOrderAgain(template, at)).toBe(found.ok);
  });
});

test('what is left is never less than nothing', () => {
  expect(leftOf({ times: 4, ordered: 1 })).toBe(3);
  expect(leftOf({ times: 4, ordered: 5 })).toBe(0);
});

test('its last day is the one before the midnight it ends at', () => {
  expect(lastMoment(until)).toEqual(justBefore);
});

test.each([
  ['two orders, as long as the offer stands', 2, until, true],
  ['one order is no template', 1, until, false],
  ['nor is half of one', 2.5, until, false],
  ['a year of days', 366, until, true],
  ['and no more', 367, until, false],
  ['over before the offer is', 4, justBefore, false],
])('%s', (_case, times, end, usable) => {
  expect(isUsableTemplate({ times, until: end }, until)).toBe(usable);
});
