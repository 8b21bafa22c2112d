import { sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx } from '#db/client.server.ts';

export type ReminderFigures = {
  market: string;
  currency: CurrencyCode;
  step: number;
  sent: number;
  /** Sent, and the address never came back since. */
  delivered: number;
  clicked: number;
  /** Orders within seven days of the last reminder clicked, counted once, for that reminder. */
  recovered: number;
  recoveredMinor: bigint;
};

/** What each reminder did, by market and step, of series begun since then. */
export async function readReminderFigures(db: DbOrTx, p: { since: Date }): Promise<ReminderFigures[]> {
  const rows = await db.execute<Record<string, string>>(sql`
    with clicks as (
      select r.id as reminder, o.id as "order", o.total_minor,
        row_number() over (partition by o.id order by r.clicked_at desc) as place
      from reminders r
      join reminder_series s on s.id = r.series_id
      join contacts c on c.id = s.contact_id
      join orders o on (o.cart_id = r.cart_id or lower(o.email) = c.address) and o.currency = s.currency
        and o.placed_at >= r.clicked_at and o.placed_at < r.clicked_at + interval '7 days'
      where r.clicked_at is not null and s.started_at >= ${p.since.toISOString()}::timestamptz
    )
    select s.market, s.currency, r.step,
      count(*) filter (where e.status = 'sent') as sent,
      count(*) filter (where e.status = 'sent' and c.suppression is distinct from 'bounced') as delivered,
      count(r.clicked_at) as clicked,
      coalesce(sum((select count(*) from clicks k where k.reminder = r.id and k.place = 1)), 0) as recovered,
      coalesce(sum((select sum(k.total_minor) from clicks k where k.reminder = r.id and k.place = 1)), 0) as recovered_minor
    from reminders r
    join reminder_series s on s.id = r.series_id
    join contacts c on c.id = s.contact_id
    join outbox_emails e on e.id = r.email_id
    where s.started_at >= ${p.since.toISOString()}::timestamptz
    group by s.market, s.currency, r.step order by s.market, s.currency, r.step`);
  return rows.map((row) => ({
    market: row.market ?? '',
    currency: (row.currency ?? 'EUR') as CurrencyCode,
    step: Number(row.step),
    sent: Number(row.sent),
    delivered: Number(row.delivered),
    clicked: Number(row.clicked),
    recovered: Number(row.recovered),
    recoveredMinor: BigInt(row.recovered_minor ?? '0'),
  }));
}

export type Lift = { isHeldOut: boolean; people: number; bought: number };

/** Of those written to and those held out alike: how many ordered within seven days of being due. */
export async function readLift(db: DbOrTx, p: { since: Date }): Promise<Lift[]> {
  const rows = await db.execute<{ out: boolean; people: string; bought: string }>(sql`
    select s.is_held_out as out, count(*) as people,
      count(*) filter (where exists (
        select 1 from orders o where lower(o.email) = c.address and o.placed_at >= s.started_at
          and o.placed_at < s.started_at + interval '7 days')) as bought
    from reminder_series s join contacts c on c.id = s.contact_id
    where s.started_at >= ${p.since.toISOString()}::timestamptz and s.company_id is null
    group by s.is_held_out`);
  return rows.map(({ out, people, bought }) => ({ isHeldOut: out, people: Number(people), bought: Number(bought) }));
}
