import type { Deps, ProcessDeps } from '#app/deps.server.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { noPictures } from './no-pictures.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { outboxMailer } from '#app/integrations/mailer/mailer.server.ts';
import { addToCart } from '#app/use-cases/cart/add-to-cart.server.ts';
import type { CartBuyer } from '#app/use-cases/cart/cart-buyer.ts';
import { priceCart } from '#app/use-cases/cart/price-cart.server.ts';
import type { StartPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import type { Db } from '#db/client.server.ts';
import { findOpenCart } from '#db/queries/carts.server.ts';
import { saveProducts } from '#db/queries/save-products.server.ts';
import { stockLevels, variants } from '#db/schema/catalog.ts';
import { priceEntries, priceListRevisions, priceLists } from '#db/schema/pricing.ts';
import { inArray } from 'drizzle-orm';

export const monday = new Date('2027-03-01T09:00:00Z');

export const testSettings = {
  mode: 'demo',
  origin: 'http://localhost:3000',
  secret: 'a secret of thirty-two characters',
} as const;

/** A clock that a test moves by hand. */
export type TestClock = { now: () => Date; advance: (minutes: number) => void };
export function testClock(start = monday): TestClock {
  let at = start.getTime();
  return { now: () => new Date(at), advance: (minutes) => void (at += minutes * 60_000) };
}

export const processDeps = (db: Db, payments: Payments): ProcessDeps => ({
  db,
  payments,
  pictures: noPictures,
  mailer: outboxMailer,
  settings: testSettings,
});
export const depsAt = (process: ProcessDeps, clock: TestClock): Deps => ({ ...process, now: clock.now });

export type ShopVariant = {
  sku: string;
  /** Unit prices before tax by currency. */
  prices: Partial<Record<'EUR' | 'GBP' | 'USD' | 'JPY' | 'KWD', string>>;
  stock: string;
  stockPolicy?: 'deny' | 'backorder';
  taxClass?: string;
  weightGrams?: number;
  minQuantity?: string;
  quantityStep?: string;
  cost?: Record<string, string>;
};

/** A shop that sells these, at these standard prices, from a year before `monday` on. Answers the variants' ids by SKU. */
export async function aShop(
  db: Db,
  sold: readonly ShopVariant[],
  p: { from?: Date } = {},
): Promise<Map<string, string>> {
  const at = p.from ?? new Date(monday.getTime() - 365 * 86_400_000);
  await db.transaction((tx) =>
    saveProducts(tx, {
      at,
      products: [
        {
          product: {
            handle: `product-${newId().slice(-8)}`,
            status: 'active',
            title: { en: 'House Espresso', de: 'Hausespresso' },
            options: ['Size'],
            categoryPath: 'coffee/beans',
          },
          variants: sold.map(({ sku, stockPolicy, taxClass, weightGrams, minQuantity, quantityStep, cost }) => ({
            sku,
            options: { Size: sku },
            status: 'active',
            stockPolicy: stockPolicy ?? 'deny',
            taxClass: taxClass ?? 'reduced',
            weightGrams: weightGrams ?? 300,
            minQuantity: minQuantity ?? '1',
            quantityStep: quantityStep ?? '1',
            cost: cost ?? {},
          })),
          plans: [],
          modules: [],
        },
      ],
    }),
  );
  const rows = await db
    .select({ id: variants.id, sku: variants.sku })
    .from(variants)
    .where(
      inArray(
        variants.sku,
        sold.map(({ sku }) => sku),
      ),
    );
  const ids = new Map(rows.map(({ id, sku }) => [sku, id]));
  for (const { sku, stock } of sold) {
    const variantId = ids.get(sku) ?? '';
    await db
      .insert(stockLevels)
      .values({ variantId, onHand: stock, updatedAt: at })
      .onConflictDoUpdate({ target: stockLevels.variantId, set: { onHand: stock } });
  }
  await sellAt(db, at, sold, ids);
  return ids;
}

async function sellAt(db: Db, at: Date, sold: readonly ShopVariant[], ids: ReadonlyMap<string, string>): Promise<void> {
  const currencies = new Set(sold.flatMap(({ prices }) => Object.keys(prices) as ('EUR' | 'GBP')[]));
  for (const currency of currencies) {
    const listId = newId();
    const [list] = await db
      .insert(priceLists)
      .values({ id: listId, code: `STANDARD-${currency}`, name: 'Standard', kind: 'standard', currency, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: priceLists.id });
    if (!list) throw new Error(`one shop per database: ${currency} has its list`);
    const revisionId = newId();
    await db.insert(priceListRevisions).values({
      id: revisionId,
      listId,
      number: 1,
      status: 'approved',
      startsAt: at,
      effectiveAt: at,
      approvedAt: at,
      kind: 'standard',
      currency,
      createdAt: at,
    });
    await db.insert(priceEntries).values(
      sold.flatMap(({ sku, prices }) => {
        const price = prices[currency];
        return price === undefined
          ? []
          : [
              {
                id: newId(),
                revisionId,
                targetKind: 'variant' as const,
                targetId: ids.get(sku) ?? '',
                minQuantity: '1',
                unitPrice: price,
              },
            ];
      }),
    );
  }
}

export const visitor = (market = 'DE', currency: CartBuyer['currency'] = 'EUR'): CartBuyer => ({
  owner: { cartId: null, personId: null, unitId: null },
  companyId: null,
  market,
  currency,
  locale: 'en',
  email: null,
});

export const berlin = {
  name: 'Ada Lovelace',
  address: 'Unter den Linden 5',
  city: 'Berlin',
  postalCode: '10117',
  country: 'DE',
};

/** A visitor with these in the cart. */
export async function aCart(
  deps: Deps,
  lines: readonly { sku: string; quantity: string }[],
  buyer = visitor(),
): Promise<CartBuyer & { owner: { cartId: string } }> {
  let { owner } = buyer;
  for (const { sku, quantity } of lines) {
    const added = await addToCart(deps, { buyer: { ...buyer, owner }, sku, quantity, configuration: {} });
    if (!added.ok) throw new Error(`${sku} was refused: ${added.code}`);
    owner = { ...owner, cartId: added.value.cartId };
  }
  return { ...buyer, owner: { ...owner, cartId: owner.cartId ?? '' } };
}

/** What the checkout form of that buyer sends. */
export const checkoutOf = (
  buyer: CartBuyer & { owner: { cartId: string } },
  more: Partial<StartPayment> = {},
): StartPayment => ({
  owner: buyer.owner,
  cartId: buyer.owner.cartId,
  email: 'ada@example.org',
  shipTo: berlin,
  shippingMethod: null,
  locale: 'en',
  seen: { total: null, payable: null },
  pay: { with: 'checkout', customerId: null, saveCard: 'offer' },
  origin: testSettings.origin,
  returnPath: '/checkout/return/{payment}',
  cancelPath: '/checkout',
  via: 'page',
  ...more,
});

export async function payableOf(deps: Deps, buyer: CartBuyer): Promise<bigint> {
  const cart = await findOpenCart(deps.db, { owner: buyer.owner });
  if (!cart) throw new Error('there is no cart');
  return (await priceCart(deps.db, { cart, at: deps.now(), country: 'DE', postalCode: '10117' })).totals.payable.minor;
}

export const quantity = (text: string) => toExact(text);
