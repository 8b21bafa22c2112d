import { type Outcome, ok, refused } from '../outcome';

/** An offer that is a template: its lines, in the offered quantities, may be ordered this many times before `until`. */
export type Template = { readonly times: number; readonly until: Date };

export const fewestTimes = 2;
export const mostTimes = 366;

/** A template is for more than one order, and not over before the offer itself is. */
export const isUsableTemplate = ({ times, until }: Template, validUntil: Date): boolean =>
  Number.isInteger(times) && times >= fewestTimes && times <= mostTimes && until >= validUntil;

/** The last moment before `until`: its day is the last one to order on. */
export const lastMoment = (until: Date): Date => new Date(until.getTime() - 1);

export type OrdersOfTemplate = Template & {
  /** How many orders of it stand; one that was rejected, cancelled or ran out before it was placed gave its turn back. */
  readonly ordered: number;
  /** The last turn anybody took, whatever became of it. The acceptance is the first. */
  readonly lastTurn: number;
};

export const leftOf = ({ times, ordered }: Pick<OrdersOfTemplate, 'times' | 'ordered'>): number =>
  Math.max(0, times - ordered);

export type RepeatRefusal = 'template_used_up' | 'template_over' | 'wrong_state';

/** What was asked for with a turn: one that was taken answers what it became, the one after the last makes an order.
 *  Whoever names no turn asks for the next. */
export function turnToOrder(
  template: OrdersOfTemplate,
  asked: { readonly turn: number | null; readonly at: Date },
): Outcome<{ readonly turn: number; readonly isTaken: boolean }, RepeatRefusal> {
  const { times, until, ordered, lastTurn } = template;
  const turn = asked.turn ?? lastTurn + 1;
  if (turn < 1 || turn > lastTurn + 1) return refused('wrong_state');
  if (turn <= lastTurn) return ok({ turn, isTaken: true });
  const standing = { times, ordered, left: leftOf(template), until: until.toISOString() };
  if (ordered >= times) return refused('template_used_up', standing);
  if (asked.at >= until) return refused('template_over', standing);
  return ok({ turn, isTaken: false });
}

/** Whether another order may be made of it now. */
export const mayOrderAgain = (template: OrdersOfTemplate, at: Date): boolean =>
  turnToOrder(template, { turn: null, at }).ok;
