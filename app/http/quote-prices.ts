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
