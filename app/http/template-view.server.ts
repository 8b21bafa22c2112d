import type { TemplateView } from '#app/components/quotes/repeat-orders.tsx';
import { formatDay, formatInstant } from '#app/domain/i18n/format-date.ts';
import { type Template, lastMoment, leftOf } from '#app/domain/quotes/repeat-orders.ts';
import type { NamedPerson } from '#db/queries/directory.server.ts';
import { type QuoteOrder, turnsOf } from '#db/queries/quote-orders.server.ts';

/** A template as its page shows it, days and times as the company counts them. Null for an offer that is ordered once. */
export function templateView(
  template: Template | null,
  p: {
    orders: readonly QuoteOrder[];
    people: ReadonlyMap<string, NamedPerson>;
    formats: string;
    timeZone: string;
    at: Date;
    /** Where whoever looks reads its orders. */
    orderPages: string;
  },
): TemplateView | null {
  if (!template) return null;
  const { times, until } = template;
  const { ordered } = turnsOf(p.orders);
  return {
    times,
    day: formatDay(lastMoment(until), p.formats, p.timeZone),
    standing: p.orders.length > 0 ? { ordered, left: leftOf({ times, ordered }), isOver: p.at >= until } : null,
    orders: p.orders.map(({ turn, number, at, orderedBy, purchaseOrderId }) => ({
      turn,
      number,
      at: formatInstant(at, p.formats, p.timeZone),
      by: p.people.get(orderedBy)?.name ?? '',
      to: `${p.orderPages}/${purchaseOrderId}`,
    })),
  };
}
