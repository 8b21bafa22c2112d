import * as z from 'zod';
import type { QuickOrderLine, QuickOrderView } from '#app/components/quick-order/quick-order-lines.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { addMoney, money } from '#app/domain/money/money.ts';
import { titleOf } from '#app/use-cases/checkout/order-from-cart.ts';
import type { CheckedRow } from '#app/use-cases/quick-order/check-quick-order.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import { buyingAsField } from './buying-as.server';

/** 5,000 rows of a hundred letters. */
const mostLetters = 600_000;

export const quickOrderForm = z.object({
  text: z.string().max(mostLetters).default(''),
  file: z.instanceof(File).optional(),
  ...buyingAsField,
});

/** What was typed and what a file holds, one after the other. */
export async function textOf({ text, file }: z.output<typeof quickOrderForm>): Promise<string> {
  const uploaded = file && file.size > 0 ? (await file.text()).slice(0, mostLetters) : '';
  return [text, uploaded].filter(Boolean).join('\n');
}

/** Checked rows in the words of the page, those with a problem first. */
export function quickOrderView(
  rows: readonly CheckedRow[],
  p: { text: string; currency: CurrencyCode; locale: Locale },
): QuickOrderView {
  const t = translator(p.locale, 'quickOrder');
  const { formats } = locales[p.locale];
  const lines = rows.map((row): QuickOrderLine => {
    const { problem, variant } = row;
    const values = {
      nearest: row.nearest ? formatQuantity(row.nearest, formats) : '',
      unit: row.soldBy === 'C62' ? t('unit_piece') : (row.soldBy ?? ''),
    };
    return {
      row: row.row,
      code: row.code,
      quantity: row.quantity ? formatQuantity(row.quantity.quantity, formats) : row.quantityText,
      title: variant ? titleOf(variant, p.locale) : '',
      price: row.unitPrice ? formatUnitPrice(row.unitPrice, p.currency, formats) : '',
      total: row.lineTotal ? formatMoney(row.lineTotal, formats) : '',
      problem: problem && t(`problem_${problem}`, values),
    };
  });
  const good = rows.filter(({ problem }) => problem === null);
  const sum = good.reduce((all, { lineTotal }) => (lineTotal ? addMoney(all, lineTotal) : all), money(0n, p.currency));
  return {
    lines: [...lines.filter(({ problem }) => problem), ...lines.filter(({ problem }) => !problem)],
    good: good.length,
    bad: rows.length - good.length,
    total: formatMoney(sum, formats),
    text: p.text,
  };
}
