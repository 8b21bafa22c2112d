import type { ConfigurableProduct, Module, Plan, PricesByCurrency } from '#app/domain/catalog/product.ts';
import type { ProductToSave } from './save-products.server';
import type { Billing } from '#app/domain/catalog/variant.ts';
import { toExact } from '#app/domain/money/exact.ts';

/** Plans and modules as rows tell them, in snake case as to_jsonb gives them. */
export type PlanRow = {
  code: string;
  title: Record<string, string>;
  billed: Billing;
  price: Record<string, string>;
  includes: string[];
};
export type ModuleRow = {
  code: string;
  title: Record<string, string>;
  pricing: 'per_unit' | 'flat' | 'percent';
  percent: string | null;
  quantity: 'line' | 'free' | { per: string };
  billed: Billing;
  price: Record<string, string>;
  breaks: { minQuantity: string; price: Record<string, string> }[];
  requires: { all?: string[]; any?: string[] };
  excludes: string[];
};

const prices = (stored: Record<string, string>): PricesByCurrency =>
  Object.fromEntries(Object.entries(stored).map(([currency, price]) => [currency, toExact(price)]));

const plan = (row: PlanRow): Plan => ({
  code: row.code,
  title: row.title.en ?? row.code,
  billed: row.billed,
  price: prices(row.price),
  includes: row.includes,
});

const module = (row: ModuleRow): Module => ({
  code: row.code,
  title: row.title.en ?? row.code,
  pricing:
    row.pricing === 'percent' ? { kind: 'percent', percent: toExact(row.percent ?? '0') } : { kind: row.pricing },
  quantity: typeof row.quantity === 'string' ? { kind: row.quantity } : { kind: 'per', per: toExact(row.quantity.per) },
  billed: row.billed,
  price: prices(row.price),
  breaks: row.breaks.map((step) => ({ minQuantity: toExact(step.minQuantity), price: prices(step.price) })),
  requires: { all: row.requires.all ?? [], any: row.requires.any ?? [] },
  excludes: row.excludes,
});

export const configurableProduct = (
  handle: string,
  plans: readonly PlanRow[],
  modules: readonly ModuleRow[],
): ConfigurableProduct => ({ handle, plans: plans.map(plan), modules: modules.map(module) });

/** The same from what is about to be saved. */
export const configurableProductToSave = ({ product, plans, modules }: ProductToSave): ConfigurableProduct =>
  configurableProduct(
    product.handle,
    plans.map((one) => ({ ...one, billed: one.billed ?? 'once', includes: one.includes ?? [] })),
    modules.map((one) => ({
      ...one,
      percent: one.percent ?? null,
      quantity: one.quantity ?? 'line',
      billed: one.billed ?? 'once',
      price: one.price ?? {},
      breaks: one.breaks ?? [],
      requires: one.requires ?? {},
      excludes: one.excludes ?? [],
    })),
  );
