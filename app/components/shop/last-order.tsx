import { Link } from '@remix-run/react';
import type { Money } from '#app/domain/money/money.ts';
import { useLocalePath, useMessages } from '../i18n/words';
import { MoneyText } from '../ui/money-text';
import { ReorderButton } from './reorder-button';

export type LastOrderData = {
  readonly number: string;
  readonly titles: string;
  readonly placedText: string;
  readonly payable: Money;
};

/** The newest order of whoever is signed in, to be had again with one click. */
export function LastOrder({ order }: { order: LastOrderData }) {
  const t = useMessages('suggestions');
  const to = useLocalePath();
  return (
    <section
      aria-labelledby="last-order"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded border border-line bg-raised p-5"
    >
      <div className="min-w-0 grow basis-64">
        <h2 id="last-order" className="text-lg font-semibold">
          {t('lastOrder')}
        </h2>
        <Link to={to(`/orders/${order.number}`)} className="block">
          {order.titles}
        </Link>
        <p className="text-sm text-ink-soft">
          {order.placedText} · <MoneyText amount={order.payable} />
        </p>
      </div>
      <ReorderButton number={order.number} words={t('reorder')} />
    </section>
  );
}
