import { expect, test } from 'vitest';
import { isOpenRun, nextRunStatus, runStatuses } from '#app/domain/standing-orders/lifecycle.ts';

test.each([
  ['what was noticed is ordered on its day', 'noticed', 'order', 'ordering'],
  ['what waits is ordered with a yes', 'waiting', 'order', 'ordering'],
  ['a yes before its day lets it come', 'waiting', 'agree', 'noticed'],
  ['what waits lapses', 'waiting', 'lapse', 'lapsed'],
  ['what was only planned is ordered by nobody', 'planned', 'order', null],
  ['what was skipped is ordered by nobody', 'skipped', 'order', null],
  ['what is being paid is not skipped', 'ordering', 'skip', null],
  ['what is being paid is not ordered twice', 'ordering', 'order', null],
  ['a card that fails is tried again', 'ordering', 'decline', 'retrying'],
  ['what is ordered stays ordered', 'ordered', 'order', null],
  ['what lapsed stays lapsed', 'lapsed', 'order', null],
] as const)('%s', (_, from, event, to) => {
  expect(nextRunStatus(from, event)).toBe(to);
});

test('only what is under way keeps the next one waiting', () => {
  expect(runStatuses.filter(isOpenRun)).toEqual(['noticed', 'waiting', 'ordering', 'retrying']);
});
