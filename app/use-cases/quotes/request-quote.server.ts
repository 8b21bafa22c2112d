import { randomBytes } from 'node:crypto';
import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { FileRefusal } from '#app/domain/files/file-type.ts';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { answerDueAt } from '#app/domain/quotes/answer-clock.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addQuote, findOpenQuoteOfCart } from '#db/queries/quotes.server.ts';
import { readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { titleOf } from '../checkout/order-from-cart';
import { type GivenFile, storeUploads } from '../files/store-file.server';
import { mayOrderFor } from '../purchase-orders/create-purchase-order.server';
import { tellSellers } from './quote-mails.server';
import { recordQuote } from './quote-under-lock.server';

export type LineAsked = {
  readonly line?: number | undefined;
  readonly sku: string;
  readonly quantity: string;
  readonly configuration: LineConfiguration;
  readonly targetPrice?: string | null | undefined;
  readonly wantedOn?: string | null | undefined;
  readonly note?: string | undefined;
};

export type QuoteWanted = {
  readonly company: OrderingCompany;
  readonly currency: CurrencyCode;
  /** The member a rep asks for; null = whoever asks. */
  readonly buyer?: string | null;
  readonly reference?: string;
  readonly notes?: string;
  /** Things that are not in the catalog, in the buyer's words. */
  readonly wishes?: string;
  readonly shipTo?: PostalAddress | null;
  readonly cartId?: string | null;
  readonly lines: readonly LineAsked[];
  readonly files?: readonly GivenFile[];
};

export type LinesRefusal =
  'lines_needed' | 'line_twice' | 'unknown_sku' | 'cart_in_quote' | FileRefusal | 'too_many_files';
export type RequestRefusal = 'forbidden' | 'not_yours' | LinesRefusal;

/** A buyer asks what it would cost. The request goes to the company's rep, whose five minutes begin when the desk is
 *  open. */
export async function requestQuote(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: Actor; wanted: QuoteWanted },
): Promise<Outcome<{ id: string }, RequestRefusal>> {
  const { actor, wanted } = p;
  const { company } = wanted;
  if (!mayOrderFor(actor, company))
    return refused(actor.member?.company === company.id || actor.staff ? 'forbidden' : 'not_yours');
  return deps.db.transaction((tx) => requestWithin(deps, tx, { by: actor, wanted }));
}

/** The same beside other writes, for whom has been asked. A cart is asked about once at a time. */
export async function requestWithin(
  deps: Pick<Deps, 'now' | 'settings'>,
  tx: Tx,
  { by, wanted }: { by: Pick<Actor, 'person' | 'via' | 'standsInFor'>; wanted: QuoteWanted },
): Promise<Outcome<{ id: string }, LinesRefusal>> {
  const at = deps.now();
  const { company } = wanted;
  if (wanted.lines.length === 0) return refused('lines_needed');
  const lines = wanted.lines.map((line, index) => ({ ...line, line: line.line ?? index + 1 }));
  if (new Set(lines.map(({ line }) => line)).size < lines.length) return refused('line_twice');

  if (wanted.cartId && (await findOpenQuoteOfCart(tx, { cartId: wanted.cartId }))) return refused('cart_in_quote');
  const variants = await readVariantsToOrder(tx, { skus: lines.map(({ sku }) => sku) });
  const unknown = lines.filter(({ sku }) => !variants.has(sku));
  if (unknown.length > 0)
    return refused('unknown_sku', { lines: unknown.map(({ line, sku }) => ({ line, sku, code: 'unknown_sku' })) });
  const { hours } = await readShopRules(tx);
  const id = newId(at.getTime());
  const kept = await storeUploads(tx, {
    owner: { kind: 'quote', id },
    companyId: company.id,
    files: wanted.files ?? [],
    personId: by.person,
    at,
  });
  if (!kept.ok) return kept;
  const quote = {
    id,
    number: `Q-${orderNumber(randomBytes(24))}`,
    companyId: company.id,
    unitId: company.unitId,
    status: 'requested' as const,
    currency: wanted.currency,
    createdBy: by.person,
    buyerId: wanted.buyer ?? by.standsInFor ?? by.person,
    reference: wanted.reference ?? '',
    notes: wanted.notes ?? '',
    wishes: wanted.wishes ?? '',
    shipTo: wanted.shipTo ?? null,
    cartId: wanted.cartId ?? null,
    holderId: company.repId,
    passedOn: company.repId ? [company.repId] : [],
    answerDueAt: answerDueAt(at, hours),
    requestedAt: at,
    createdAt: at,
    changedAt: at,
  };
  await addQuote(tx, {
    quote,
    lines: lines.map((line) => {
      const variant = variants.get(line.sku);
      if (!variant) throw new Error(`${line.sku} is unknown`);
      return {
        line: line.line,
        variantId: variant.id,
        sku: variant.sku,
        title: titleOf(variant, company.locale),
        quantity: line.quantity,
        configuration: line.configuration,
        targetPrice: line.targetPrice ?? null,
        wantedOn: line.wantedOn ?? null,
        note: line.note ?? '',
      };
    }),
  });
  await recordQuote(tx, { quote, type: 'requested', by: { person: by.person, via: by.via }, at });
  await tellSellers(deps, tx, { quote: { ...quote, company: company.name }, news: 'requested', at });
  return ok({ id });
}
