import type { Money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { Refresh } from '../ui/icons/arrows';
import { Truck } from '../ui/icons/shop';
import { MoneyText } from '../ui/money-text';
import { CartSummary } from './cart-summary';
import { DiscountField, type DiscountView } from './discount-field';
import { type Sums, sumFacts } from './sum-facts';

type Line = {
  id: string;
  title: string;
  choice?: string;
  quantityText: string;
  lineTotal: Money | null;
  notice?: string;
};

/** What is being bought, what it comes to, and what is promised, beside the form. */
export function CheckoutSummary({
  page: { lines, sums, discount },
  back,
}: {
  back: string;
  page: {
    discount: DiscountView | null;
    lines: readonly Line[];
    sums: Sums & { delivery: string; returnDays: number };
  };
}) {
  const t = useMessages('checkout');
  return (
    <div className="grid gap-4 lg:sticky lg:top-6">
      <CartSummary
        title={t('summary')}
        facts={sumFacts({ sums, shippingLabel: t('shipping'), t })}
        action={
          <ul className="order-first grid gap-3 border-b border-line pb-4">
            {lines.map((line) => (
              <li key={line.id} className="grid gap-0.5">
                <span className="flex justify-between gap-4">
                  <span className="min-w-0">
                    <span className="tabular text-ink-faint">{line.quantityText} × </span>
                    {line.title}
                  </span>
                  {line.lineTotal && <MoneyText amount={line.lineTotal} />}
                </span>
                {line.choice && <span className="text-sm text-ink-faint">{line.choice}</span>}
                {line.notice && <span className="text-sm font-medium text-warn">{line.notice}</span>}
              </li>
            ))}
          </ul>
        }
        note={
          <>
            <DiscountField discount={discount} back={back} />
            <ul className="mt-3 grid gap-2">
              {sums.delivery && (
                <li className="flex items-center gap-2.5">
                  <Truck /> {t('arrives', { days: sums.delivery })}
                </li>
              )}
              <li className="flex items-center gap-2.5">
                <Refresh /> {t('returnsPromise', { days: sums.returnDays })}
              </li>
            </ul>
          </>
        }
      />
    </div>
  );
}
