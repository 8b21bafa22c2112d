import type { AppLoadContext } from '@remix-run/node';
import * as z from 'zod';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import { titleOf } from '#app/use-cases/checkout/order-from-cart.ts';
import type { LineAsked } from '#app/use-cases/quotes/request-quote.server.ts';
import { findOpenCart, readCartLines } from '#db/queries/carts.server.ts';
import { readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { cartBuyerOf } from './cart-buyer.server';
import { articleAsked } from './article-asked.server';
import { quantityField } from './product-form';
import type { Viewer } from './viewer.server';

/** A line of the request's form: what is asked for, and what the buyer would pay. */
export type AskedLine = {
  sku: string;
  title: string;
  quantity: string;
  /** Its plan, modules and term, written so that the form can carry them. */
  configuration: string;
};

const priceField = z.string().regex(/^\d{1,9}([.,]\d{1,6})?$/, 'not_an_amount');

export const askedLinesShape = z
  .array(
    z.object({
      sku: z.string().max(100).optional(),
      quantity: quantityField.optional(),
      target: priceField.optional(),
      date: z.iso.date().optional(),
      note: z.string().max(1_000).default(''),
      configuration: z.string().max(5_000).optional(),
    }),
  )
  .max(1_000)
  .default([]);

/** The lines somebody filled in; rows left empty are left out. The place of the first that lacks its article or quantity
 *  is told instead. */
export function linesAsked(
  rows: z.output<typeof askedLinesShape>,
): { lines: LineAsked[] } | { missing: `lines.${number}.${'sku' | 'quantity'}` } {
  const lines: LineAsked[] = [];
  for (const [at, { sku, quantity, target, date, note, configuration }] of rows.entries()) {
    if (!sku && !target && !note) continue;
    if (!sku) return { missing: `lines.${at}.sku` };
    if (!quantity) return { missing: `lines.${at}.quantity` };
    lines.push({
      sku,
      quantity,
      configuration: readConfiguration(configuration),
      targetPrice: target?.replace(',', '.') ?? null,
      wantedOn: date ?? null,
      note,
    });
  }
  return { lines };
}

const configurationShape = z.object({
  plan: z.string().max(100).optional(),
  modules: z
    .array(z.object({ code: z.string().max(100), quantity: quantityField.optional() }))
    .max(50)
    .optional(),
  term: z.number().int().positive().max(120).optional(),
});

/** What a form carried along of a line's configuration; nothing where it was tampered with. */
function readConfiguration(text: string | undefined): LineConfiguration {
  if (!text) return {};
  try {
    const read = configurationShape.safeParse(JSON.parse(text));
    return read.success ? (read.data as LineConfiguration) : {};
  } catch {
    return {};
  }
}

/** What the form begins with: the product it was opened from, as configured there, or else what lies in the cart. */
export async function linesToAskFor(
  request: Request,
  { deps }: AppLoadContext,
  viewer: Viewer,
): Promise<{ lines: AskedLine[]; cartId: string | null }> {
  const asked = await articleAsked(deps.db, new URL(request.url).searchParams);
  const cart = asked ? null : await findOpenCart(deps.db, { owner: cartBuyerOf(viewer).owner });
  const wanted = asked
    ? [{ ...asked, quantity: asked.quantity ?? '1' }]
    : cart
      ? await readCartLines(deps.db, { cartId: cart.id })
      : [];
  const variants = await readVariantsToOrder(deps.db, { skus: wanted.map(({ sku }) => sku) });
  const lines = wanted.flatMap(({ sku, quantity, configuration }) => {
    const variant = variants.get(sku);
    if (!variant) return [];
    const title = titleOf(variant, viewer.locale);
    const isConfigured = Object.keys(configuration).length > 0;
    return [
      {
        sku,
        title,
        quantity: toDecimalString(toExact(quantity), 6),
        configuration: isConfigured ? JSON.stringify(configuration) : '',
      },
    ];
  });
  return { lines, cartId: lines.length > 0 ? (cart?.id ?? null) : null };
}
