import type { Money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { AmountList } from '../ui/description-list';
import { ChevronDown, Refresh } from '../ui/icons/arrows';
import { Truck } from '../ui/icons/shop';
import { MoneyText } from '../ui/money-text';
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

/** What is being bought, what it comes to, and what is promised: beside the form, or folded to its total above it. */
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
  const isOpen = discount !== null || lines.some(({ notice }) => notice);
  return (
    <details
      open={isOpen}
      className="open-from-lg group/order self-start rounded border border-line bg-raised lg:sticky lg:top-6"
    >
      <summary className="flex min-h-13 items-center gap-2 px-5 font-semibold">
        {t('summary')}
        <ChevronDown className="size-5 transition-transform group-open/order:rotate-180" />
        <MoneyText amount={sums.payable} className="ms-auto" />
      </summary>
      <section className="grid gap-4 p-5 max-lg:border-t max-lg:border-line">
        <h2 className="text-lg font-semibold max-lg:sr-only">{t('summary')}</h2>
        <ul className="grid gap-3 border-b border-line pb-4">
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
        <AmountList facts={sumFacts({ sums, shippingLabel: t('shipping'), t })} />
        <div className="text-sm text-ink-soft">
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
        </div>
      </section>
    </details>
  );
}
