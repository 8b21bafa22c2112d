/** Parcels leave until this hour, in the store's time zone; later orders leave the next working day. */
export const dispatchHour = 14;

export type DeliveryPromise = {
  /** Days as YYYY-MM-DD, first and last the parcel may arrive. */
  readonly from: string;
  readonly until: string;
};

const day = 86_400_000;

/** When a parcel ordered at `now` arrives: it leaves today until 14:00 or the next working day, later by the longest
 *  lead time (calendar days) of its lines, and is `workingDays` on the road. Public holidays are not known. */
export function deliveryPromise(p: {
  now: Date;
  timeZone: string;
  leadTimeDays: number;
  workingDays: readonly [number, number];
}): DeliveryPromise {
  const local = localDay(p.now, p.timeZone);
  const leaves = onWorkingDay(local.day + (local.hour >= dispatchHour ? day : 0) + p.leadTimeDays * day);
  return {
    from: dayName(workingDaysLater(leaves, p.workingDays[0])),
    until: dayName(workingDaysLater(leaves, p.workingDays[1])),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The calendar day there as midnight UTC, to count in, and the hour. */
function localDay(now: Date, timeZone: string): { day: number; hour: number } {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, ...day, hour: 'numeric', hourCycle: 'h23' });
    clocks.set(timeZone, clock);
  }
  const parts = clock.formatToParts(now);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return { day: Date.UTC(part('year'), part('month') - 1, part('day')), hour: part('hour') };
}

const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());
const onWorkingDay = (at: number): number => (isWeekend(at) ? onWorkingDay(at + day) : at);
const workingDaysLater = (at: number, days: number): number =>
  days === 0 ? at : workingDaysLater(onWorkingDay(at + day), days - 1);
const dayName = (at: number): string => new Date(at).toISOString().slice(0, 10);
