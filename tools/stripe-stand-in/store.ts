import type Stripe from 'stripe';
import type { CardTraits } from './cards.ts';
import type { CheckoutDraft } from './resources/checkout-draft.ts';
import type { Authentication } from './resources/authentications.ts';
import type { Delivery } from './delivery.ts';
import type { Remembered } from './idempotency.ts';
import { noSuch } from './faults.ts';
import type { Journal, Write } from './journal.ts';

/** What the stand-in knows. The first group is what Stripe's API shows; the second is its own memory. */
export type Tables = {
  customer: Stripe.Customer;
  payment_method: Stripe.PaymentMethod;
  setup_intent: Stripe.SetupIntent;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  'checkout.session': Stripe.Checkout.Session;
  event: Stripe.Event;
  webhook_endpoint: Stripe.WebhookEndpoint;
  product: Stripe.Product;
  price: Stripe.Price;
  coupon: Stripe.Coupon;
  tax_rate: Stripe.TaxRate;

  card_traits: CardTraits;
  checkout_draft: CheckoutDraft;
  authentication: Authentication;
  endpoint_secret: { id: string; secret: string };
  delivery: Delivery;
  remembered: Remembered;
};
export type Table = keyof Tables;

/** Records are never changed in place, only replaced: an event may hold the same object as the table. */
export class Store {
  private readonly tables = new Map<Table, Map<string, Tables[Table]>>();
  private readonly order = new Map<Table, string[]>();
  private undo: (() => void)[] = [];
  private pending: Write[] = [];

  constructor(readonly journal: Journal) {
    for (const line of journal.read()) for (const [table, id, record] of line) this.set(table as Table, id, record);
    journal.compact(this.all());
  }

  get<T extends Table>(table: T, id: string): Tables[T] | undefined {
    return this.tables.get(table)?.get(id) as Tables[T] | undefined;
  }

  /** @throws Fault 404, or 400 when `param` named it */
  find<T extends Table>(table: T, id: string, param?: string): Tables[T] {
    const found = this.get(table, id);
    if (!found) throw noSuch(table.replace('.', ' '), id, param);
    return found;
  }

  put<T extends Table>(table: T, record: Tables[T] & { id: string }): Tables[T] {
    const before = this.get(table, record.id);
    this.set(table, record.id, record);
    this.undo.push(() => this.set(table, record.id, before ?? null));
    this.pending.push([table, record.id, record]);
    return record;
  }

  remove(table: Table, id: string): void {
    const before = this.get(table, id);
    if (!before) return;
    this.set(table, id, null);
    this.undo.push(() => this.set(table, id, before));
    this.pending.push([table, id, null]);
  }

  *newestFirst<T extends Table>(table: T): Generator<Tables[T]> {
    const ids = this.order.get(table) ?? [];
    for (let at = ids.length - 1; at >= 0; at -= 1) {
      const record = this.get(table, ids[at] ?? '');
      if (record) yield record;
    }
  }

  *oldestFirst<T extends Table>(table: T): Generator<Tables[T]> {
    for (const id of this.order.get(table) ?? []) {
      const record = this.get(table, id);
      if (record) yield record;
    }
  }

  count(table: Table): number {
    return this.tables.get(table)?.size ?? 0;
  }

  /** All that was written since the last commit becomes one line of the journal. */
  commit(): Promise<void> {
    this.journal.append(this.pending);
    this.pending = [];
    this.undo = [];
    return this.journal.written();
  }

  rollback(): void {
    for (const step of this.undo.reverse()) step();
    this.pending = [];
    this.undo = [];
  }

  compactWhenGrown(limitBytes: number): void {
    if (this.journal.bytes < limitBytes || this.pending.length) return;
    this.journal.compact(this.all());
  }

  private *all(): Generator<Write> {
    for (const [table, ids] of this.order)
      for (const id of ids) {
        const record = this.get(table, id);
        if (record) yield [table, id, record];
      }
  }

  private set(table: Table, id: string, record: unknown): void {
    let rows = this.tables.get(table);
    if (!rows) {
      rows = new Map();
      this.tables.set(table, rows);
      this.order.set(table, []);
    }
    if (record === null) {
      rows.delete(id);
      const ids = this.order.get(table) ?? [];
      if (ids.at(-1) === id) ids.pop();
      else if (ids.length > 2 * rows.size + 1000)
        this.order.set(
          table,
          ids.filter((kept) => rows.has(kept)),
        );
      return;
    }
    if (!rows.has(id)) this.order.get(table)?.push(id);
    rows.set(id, record as Tables[Table]);
  }
}
