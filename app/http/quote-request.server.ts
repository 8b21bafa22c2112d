import type { AppLoadContext } from '@remix-run/node';
import * as z from 'zod';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import { titleOf } from '#app/use-cases/checkout/order-from-cart.ts';
import type { LineAsked } from '#app/use-cases/quotes/request-quote.server.ts';
import { findOpenCart, readCartLines } from '#db/queries/carts.server.ts';
import { findShoppingList, readListLines } from '#db/queries/shopping-lists.server.ts';
import { readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { notFound } from './require-actor.server';
import { requireListKeeper } from './shopping-lists.server';
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

/** As many lines as an address can carry from a page that was typed into. */
export const mostLinesInAddress = 200;

/** The request form with these lines in it, and in the buyer's words what is no line. */
export const requestAddress = (p: { lines: readonly { sku: string; quantity: string }[]; wishes: string }): string => {
  const asked = new URLSearchParams(p.lines.map(({ sku, quantity }) => ['line', `${quantity} ${sku}`]));
  if (p.wishes) asked.set('wishes', p.wishes.slice(0, 5_000));
  return `/quotes/request?${asked.toString()}`;
};

const lineInAddress = /^(\d{1,9}(?:\.\d{1,6})?) (.{1,100})$/;

type LineWanted = Pick<LineAsked, 'sku' | 'quantity' | 'configuration'>;

/** The lines an address names by a list that whoever asks may read, by an article, or one by one. Null without any. */
async function linesOfAddress(request: Request, context: AppLoadContext): Promise<readonly LineWanted[] | null> {
  const { db } = context.deps;
  const { searchParams } = new URL(request.url);
  const list = searchParams.get('list');
  if (list && z.guid().safeParse(list).success) {
    const { reader } = await requireListKeeper(request, context);
    const found = await findShoppingList(db, { reader, id: list });
    if (!found) throw notFound();
    return readListLines(db, { listId: found.id });
  }
  const lines = searchParams.getAll('line').slice(0, mostLinesInAddress);
  if (lines.length > 0)
    return lines.flatMap((text) => {
      const [, quantity, sku] = lineInAddress.exec(text) ?? [];
      return sku && quantity ? [{ sku, quantity, configuration: {} }] : [];
    });
  const asked = await articleAsked(db, searchParams);
  return asked && [{ ...asked, quantity: asked.quantity ?? '1' }];
}

/** What the form begins with: the product it was opened from, as configured there, the list or the lines its address
 *  names, or else what lies in the cart. */
export async function linesToAskFor(
  request: Request,
  context: AppLoadContext,
  viewer: Viewer,
): Promise<{ lines: AskedLine[]; cartId: string | null }> {
  const { deps } = context;
  const asked = await linesOfAddress(request, context);
  const cart = asked ? null : await findOpenCart(deps.db, { owner: cartBuyerOf(viewer).owner });
  const wanted = asked ?? (cart ? await readCartLines(deps.db, { cartId: cart.id }) : []);
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
