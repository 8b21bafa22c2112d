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

/** The same with the quantities beside them, where a seller types an offer; a quantity left empty is as asked. */
export function offerTyped(form: FormData): { line: number; unitPrice: string; quantity?: string }[] | null {
  const lines = pricesTyped(form)?.map(({ line, unitPrice }) => {
    const typed = form.get(`quantity_${line}`);
    const quantity = typeof typed === 'string' ? typed.trim().replace(',', '.') : '';
    return quantity === '' ? { line, unitPrice } : { line, unitPrice, quantity };
  });
  const isWhole = lines?.every(({ quantity }) => quantity === undefined || decimalShape.safeParse(quantity).success);
  return lines && isWhole ? lines : null;
}
