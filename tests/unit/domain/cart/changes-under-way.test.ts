import { describe, expect, test } from 'vitest';
import {
  type Changes,
  done,
  failed,
  isUnanswered,
  isUnderWay,
  noChanges,
  readAnew,
  rowsOf,
  wished,
} from '#app/domain/cart/changes-under-way.ts';

type Line = { id: string; quantity: string };
type State = Changes<Line>;

const beans = { id: '1', quantity: '2' };
const cups = { id: '2', quantity: '6' };
const none: State = noChanges;

const wishOf = (state: State, id: string) => {
  const change = state.changes[id];
  if (!change) throw new Error(`nothing is wished of line ${id}`);
  return change.wish;
};
const want =
  (quantity: string, line: Line = beans) =>
  (state: State) =>
    wished(state, line, quantity);
const say =
  (id = '1') =>
  (state: State) =>
    done(state, id, wishOf(state, id));
const refuse =
  (refusal: string | null, id = '1') =>
  (state: State) =>
    failed(state, id, wishOf(state, id), refusal);
const after = (...steps: ((state: State) => State)[]) => steps.reduce((state, step) => step(state), none);
const shown = (state: State, lines: Line[] = [beans, cups]) =>
  rowsOf(lines, state).map(
    ({ line, is, isWaiting, problem }) =>
      `${line.id}:${line.quantity} ${is}${isWaiting ? ' waiting' : ''}${problem ? ` (${problem.refusal ?? 'no answer'})` : ''}`,
  );

describe('what the cart shows while the shop is being told', () => {
  test.each<[string, State, Line[], string[]]>([
    ['nothing was changed', none, [beans, cups], ['1:2 there', '2:6 there']],
    ['a new quantity stands there at once', after(want('5')), [beans, cups], ['1:5 there waiting', '2:6 there']],
    ['the newest counts', after(want('3'), want('4')), [beans, cups], ['1:4 there waiting', '2:6 there']],
    [
      'two lines change at once',
      after(want('3'), want('12', cups), say('1')),
      [beans, cups],
      ['1:3 there waiting', '2:12 there waiting'],
    ],
    [
      'an answer is not shown before the cart was read anew',
      after(want('5'), say()),
      [beans, cups],
      ['1:5 there waiting', '2:6 there'],
    ],
    [
      'the cart says itself what was done',
      after(want('5'), say(), readAnew),
      [{ ...beans, quantity: '5' }, cups],
      ['1:5 there', '2:6 there'],
    ],
    [
      'a reading between wish and answer takes nothing away',
      after(want('5'), readAnew),
      [beans, cups],
      ['1:5 there waiting', '2:6 there'],
    ],
    [
      'refused: the line is what it was, with the reason',
      after(want('500'), refuse('too many')),
      [beans, cups],
      ['1:2 there (too many)', '2:6 there'],
    ],
    [
      'a new wish takes the reason away',
      after(want('500'), refuse('too many'), want('3')),
      [beans],
      ['1:3 there waiting'],
    ],
    ['taken out at once', after(want('0')), [beans, cups], ['1:2 out waiting', '2:6 there']],
    ['taken out, and the place is kept', after(want('0'), say(), readAnew), [cups], ['1:2 out', '2:6 there']],
    ['not taken out after all', after(want('0'), refuse(null)), [beans], ['1:2 there (no answer)']],
    ['put back at once', after(want('0'), say(), readAnew, want('2')), [cups], ['1:2 there waiting', '2:6 there']],
    ['put back by another tab', after(want('0'), say(), readAnew), [{ ...beans, quantity: '7' }], ['1:7 there']],
    [
      'gone meanwhile',
      after(want('3'), refuse('not there any more')),
      [cups],
      ['1:2 lost (not there any more)', '2:6 there'],
    ],
  ])('%s', (_case, state, lines, rows) => expect(shown(state, lines)).toEqual(rows));

  test('what comes back has the quantity it was taken out with, also while that was on its way', () => {
    const out = after(want('5'), want('0', { ...beans, quantity: '5' }));
    expect(shown(out)).toEqual(['1:5 out waiting', '2:6 there']);
  });
});

describe('answers', () => {
  test('to an earlier wish change nothing, whatever they say', () => {
    const first = after(want('3'));
    const second = wished(first, beans, '4');
    expect(done(second, '1', wishOf(first, '1'))).toBe(second);
    expect(failed(second, '1', wishOf(first, '1'), 'too many')).toBe(second);
  });

  test.each<[string, State, { isUnderWay: boolean; isUnanswered: boolean }]>([
    ['nothing wished', none, { isUnderWay: false, isUnanswered: false }],
    ['wished', after(want('3')), { isUnderWay: true, isUnanswered: true }],
    ['answered, and not yet read', after(want('3'), say()), { isUnderWay: true, isUnanswered: false }],
    ['read', after(want('3'), say(), readAnew), { isUnderWay: false, isUnanswered: false }],
    ['refused', after(want('3'), refuse('no')), { isUnderWay: false, isUnanswered: false }],
    ['out for good', after(want('0'), say(), readAnew), { isUnderWay: false, isUnanswered: false }],
  ])('%s', (_case, state, is) =>
    expect({ isUnderWay: isUnderWay(state), isUnanswered: isUnanswered(state) }).toEqual(is),
  );
});

describe('what is sent', () => {
  test.each<[string, State, { quantity: string; isBack: boolean }]>([
    ['another quantity', after(want('3')), { quantity: '3', isBack: false }],
    ['nothing of it', after(want('0')), { quantity: '0', isBack: false }],
    ['back, before the removal was answered', after(want('0'), want('2')), { quantity: '2', isBack: true }],
    ['back, after it', after(want('0'), say(), readAnew, want('2')), { quantity: '2', isBack: true }],
    ['back, and more of it', after(want('0'), want('2'), want('3')), { quantity: '3', isBack: true }],
    ['more of it once it is back', after(want('0'), want('2'), say(), want('3')), { quantity: '3', isBack: false }],
    ['out again', after(want('0'), want('2'), want('0')), { quantity: '0', isBack: false }],
    ['back, tried again', after(want('0'), want('2'), refuse(null), want('2')), { quantity: '2', isBack: true }],
  ])('%s', (_case, state, wish) => expect(wishOf(state, '1')).toEqual(wish));
});
