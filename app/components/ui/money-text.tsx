import type { Exact } from '#app/domain/money/exact.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import type { Money } from '#app/domain/money/money.ts';
import { useFormats } from '../i18n/words';

/** An amount as the page's language writes it; never broken over lines or turned round by its surroundings. */
export function MoneyText({ amount, className = '' }: { amount: Money; className?: string }) {
  return <bdi className={`tabular whitespace-nowrap ${className}`}>{formatMoney(amount, useFormats())}</bdi>;
}

/** A unit price with the decimals it has. */
export function UnitPriceText({ unitPrice, currency }: { unitPrice: Exact; currency: CurrencyCode }) {
  return <bdi className="tabular whitespace-nowrap">{formatUnitPrice(unitPrice, currency, useFormats())}</bdi>;
}
