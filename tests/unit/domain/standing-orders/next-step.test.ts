import { describe, expect, test } from 'vitest';
import { firstHours, hoursOf } from '#app/domain/quotes/shop-hours.ts';
import {
  type RunState,
  type StandingState,
  type Step,
  comesByItself,
  nextStep,
  nextTryAt,
  waitsUntil,
} from '#app/domain/standing-orders/next-step.ts';

const hours = hoursOf(firstHours);
const order = (changes: Partial<StandingState> = {}): StandingState => ({
  status: 'active',
  every: 2,
  period: 'week',
  startsOn: '2027-03-03',
  endsOn: null,
  pausedUntil: null,
  handledThrough: '2027-03-02',
  noticeDays: 3,
  timeZone: 'Europe/Berlin',
  ...changes,
});
const run = (plannedOn: string, status: RunState['status'], changes: Partial<RunState> = {}): RunState => ({
  id: `run of ${plannedOn}`,
  plannedOn,
  runsOn: plannedOn,
  status,
  waitsUntil: null,
  nextTryAt: null,
  ...changes,
});
/** Six in the morning in Berlin, in winter and from 28 March on in summer. */
const at = (day: string, time = '05:00') => new Date(`${day}T${time}:00Z`);
const sleep = (until: Date | null): Step => ({ act: 'sleep', until });
const notice = (plannedOn: string, runsOn = plannedOn, runId: string | null = null) =>
  expect.objectContaining({
    act: 'notice',
    runId,
    occurrence: expect.objectContaining({ plannedOn, runsOn }) as unknown,
  });

describe('what is done next', () => {
  test.each<[string, StandingState, RunState[], Date, unknown]>([
    ['long before: it sleeps until the notice', order(), [], at('2027-02-20'), sleep(at('2027-02-28'))],
    ['three days before: it is noticed', order(), [], at('2027-02-28'), notice('2027-03-03')],
    ['made on the eve: it is noticed at once', order(), [], at('2027-03-02', '20:00'), notice('2027-03-03')],
    [
      'nobody looked until its day: it comes the day after',
      order(),
      [],
      at('2027-03-03', '09:00'),
      notice('2027-03-03', '2027-03-04'),
    ],
    [
      'nobody looked until Friday: it comes on Monday',
      order({ startsOn: '2027-03-04' }),
      [],
      at('2027-03-05', '09:00'),
      notice('2027-03-04', '2027-03-08'),
    ],
    [
      'nobody looked for two weeks: the older one is missed',
      order(),
      [],
      at('2027-03-16', '09:00'),
      { act: 'miss', runId: null, occurrence: expect.objectContaining({ plannedOn: '2027-03-03' }) as unknown },
    ],
    [
      'noticed: it sleeps until its day',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'noticed')],
      at('2027-03-01'),
      sleep(at('2027-03-03')),
    ],
    [
      'noticed, and its day is there',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'noticed')],
      at('2027-03-03'),
      { act: 'order', runId: 'run of 2027-03-03' },
    ],
    [
      'noticed, and nobody looked for days: it is late, and ordered',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'noticed')],
      at('2027-03-09'),
      { act: 'order', runId: 'run of 2027-03-03' },
    ],
    [
      'while one is under way the next is not noticed',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'retrying', { nextTryAt: at('2027-03-20') })],
      at('2027-03-15'),
      sleep(at('2027-03-20')),
    ],
    [
      'waiting: it sleeps until it lapses',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'waiting', { waitsUntil: at('2027-03-14') })],
      at('2027-03-13'),
      sleep(at('2027-03-14')),
    ],
    [
      'waiting too long',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'waiting', { waitsUntil: at('2027-03-14') })],
      at('2027-03-14'),
      { act: 'lapse', runId: 'run of 2027-03-03' },
    ],
    [
      'the card is tried again',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'retrying', { nextTryAt: at('2027-03-04') })],
      at('2027-03-04'),
      { act: 'order', runId: 'run of 2027-03-03' },
    ],
    [
      'somebody stands at the payment page',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'ordering')],
      at('2027-03-04'),
      sleep(null),
    ],
    [
      'a payment whose process died',
      order({ handledThrough: '2027-03-03' }),
      [run('2027-03-03', 'ordering', { nextTryAt: at('2027-03-03', '05:02') })],
      at('2027-03-03', '05:02'),
      { act: 'pay', runId: 'run of 2027-03-03' },
    ],
    [
      'a skipped one is slept through',
      order(),
      [run('2027-03-03', 'skipped')],
      at('2027-02-28'),
      sleep(at('2027-03-03')),
    ],
    ['and passed', order(), [run('2027-03-03', 'skipped')], at('2027-03-03'), { act: 'pass', through: '2027-03-03' }],
    [
      'one moved later is noticed later',
      order(),
      [run('2027-03-03', 'planned', { runsOn: '2027-03-10' })],
      at('2027-03-05'),
      sleep(at('2027-03-07')),
    ],
    [
      'and on the day it was moved to',
      order(),
      [run('2027-03-03', 'planned', { runsOn: '2027-03-10' })],
      at('2027-03-07'),
      notice('2027-03-03', '2027-03-10', 'run of 2027-03-03'),
    ],
    ['paused until somebody resumes it', order({ status: 'paused' }), [], at('2027-06-01'), sleep(null)],
    [
      'paused until a day: it wakes on the one after',
      order({ status: 'paused', pausedUntil: '2027-03-10' }),
      [],
      at('2027-03-10', '20:00'),
      sleep(at('2027-03-11')),
    ],
    ['and goes on', order({ status: 'paused', pausedUntil: '2027-03-10' }), [], at('2027-03-11'), { act: 'resume' }],
    [
      'after its last day it ends',
      order({ endsOn: '2027-03-10', handledThrough: '2027-03-03' }),
      [],
      at('2027-03-03', '06:00'),
      { act: 'end' },
    ],
    ['ended', order({ status: 'ended' }), [], at('2027-03-03'), sleep(null)],
    [
      'a day on which the shop is closed',
      order({ startsOn: '2027-03-26', handledThrough: '2027-03-25' }),
      [],
      at('2027-03-27'),
      notice('2027-03-26', '2027-03-30'),
    ],
    [
      'every day: the next is noticed once this one is ordered',
      order({ every: 1, period: 'day', handledThrough: '2027-03-03' }),
      [],
      at('2027-03-03', '05:01'),
      notice('2027-03-04'),
    ],
  ])('%s', (_, standing, runs, moment, step) => {
    expect(nextStep({ order: standing, runs, hours, at: moment })).toEqual(step);
  });
});

describe('whether a run comes by itself', () => {
  const { day, later } = { day: at('2027-03-03'), later: at('2027-03-09') };
  test.each<[string, boolean, StandingState, RunState, Date]>([
    ['on its day', true, order(), run('2027-03-03', 'noticed'), day],
    ['not before it', false, order(), run('2027-03-03', 'noticed'), at('2027-03-02')],
    ['not once it was put off', false, order(), run('2027-03-03', 'noticed', { runsOn: '2027-03-05' }), day],
    [
      'not while somebody is asked about it',
      false,
      order(),
      run('2027-03-03', 'waiting', { waitsUntil: later }),
      later,
    ],
    ['not while its payment is under way', false, order(), run('2027-03-03', 'ordering', { nextTryAt: day }), later],
    ['again when its card is due', true, order(), run('2027-03-03', 'retrying', { nextTryAt: later }), later],
    ['not before the card is due', false, order(), run('2027-03-03', 'retrying', { nextTryAt: later }), day],
    ['not twice', false, order(), run('2027-03-03', 'ordered'), later],
    ['not in a pause', false, order({ status: 'paused' }), run('2027-03-03', 'noticed'), day],
  ])('%s', (_case, comes, standing, one, moment) =>
    expect(comesByItself({ order: standing, run: one, at: moment })).toBe(comes),
  );
});

describe('how long it waits for a yes', () => {
  const next = (runsOn: string) => ({ plannedOn: runsOn, runsOn });
  test.each([
    ['until the notice of the next', '2027-03-03', next('2027-03-17'), '2027-02-28', '2027-03-14'],
    ['two weeks where the next is far', '2027-03-03', next('2027-05-03'), '2027-02-28', '2027-03-17'],
    ['two weeks where there is none', '2027-03-03', null, '2027-02-28', '2027-03-17'],
    ['a day where the next is near', '2027-03-03', next('2027-03-04'), '2027-03-02', '2027-03-04'],
    ['from today where its day has passed', '2027-03-03', null, '2027-03-09', '2027-03-23'],
  ])('%s', (_, runsOn, following, today, until) => {
    expect(waitsUntil({ order: order(), runsOn, next: following, at: at(today) })).toEqual(at(until));
  });
});

describe('when a card is tried again', () => {
  test.each([
    ['a day after', 1, '2027-03-03', '2027-03-04'],
    ['three days after', 2, '2027-03-04', '2027-03-06'],
    ['five days after', 3, '2027-03-06', '2027-03-08'],
    ['not before tomorrow', 1, '2027-03-09', '2027-03-10'],
    ['then no more', 4, '2027-03-08', null],
  ])('%s', (_, failures, today, again) => {
    const moment = nextTryAt({ order: order(), runsOn: '2027-03-03', failures, at: at(today) });
    expect(moment).toEqual(again === null ? null : at(again));
  });

  test.each(['paused', 'ended'] as const)('never of one that is %s', (status) =>
    expect(nextTryAt({ order: order({ status }), runsOn: '2027-03-03', failures: 1, at: at('2027-03-03') })).toBeNull(),
  );
});
