import { compare, exact, toExact } from '#app/domain/money/exact.ts';
import type { LinesTyped } from '#app/use-cases/quotes/offer-lines.server.ts';
import { decimalShape } from './api/shapes';

const field = /^price_([1-9]\d{0,3})$/;

/** The unit prices typed beside the lines of a quote; a comma is a decimal point. Null when one of them is no price. */
export function pricesTyped(form: FormData): { line: number; unitPrice: string }[] | null {
  const typed = [...form].flatMap(([name, value]) => {
    const line = field.exec(name)?.[1];
    return line === undefined ? [] : [{ line: Number(line), unitPrice: String(value).trim().replace(',', '.') }];
  });
  return typed.every(({ unitPrice }) => decimalShape.safeParse(unitPrice).success) ? typed : null;
}

/** Lines with the quantities beside them; a quantity left empty is as it was. Null when something is no number. */
export function linesTyped(form: FormData): { line: number; unitPrice: string; quantity?: string }[] | null {
  const lines = pricesTyped(form)?.map(({ line, unitPrice }) => {
    const quantity = numberIn(form, `quantity_${line}`);
    return quantity === '' ? { line, unitPrice } : { line, unitPrice, quantity };
  });
  const isWhole = lines?.every(({ quantity }) => quantity === undefined || isDecimal(quantity));
  return lines && isWhole ? lines : null;
}

/** The same where a seller types an offer, with the discounts on lines, which of them are locked, and the discount on the
 *  rest. */
export function offerTyped(form: FormData): LinesTyped | null {
  const lines = linesTyped(form)?.map((line) => {
    const discountPercent = numberIn(form, `discount_${line.line}`);
    const isLocked = form.get(`lock_${line.line}`) === 'on';
    return { ...line, isLocked, ...(discountPercent !== '' && { discountPercent }) };
  });
  const restPercent = numberIn(form, 'rest_discount') || null;
  const percents = [restPercent, ...(lines ?? []).map(({ discountPercent }) => discountPercent ?? null)];
  return lines && percents.every((percent) => percent === null || isPercent(percent)) ? { lines, restPercent } : null;
}

/** A comma is a decimal point; empty where nothing was typed. */
function numberIn(form: FormData, name: string): string {
  const typed = form.get(name);
  return typeof typed === 'string' ? typed.trim().replace(',', '.') : '';
}
const isDecimal = (text: string) => decimalShape.safeParse(text).success;
const isPercent = (text: string) => isDecimal(text) && compare(toExact(text), exact(100n)) <= 0;
