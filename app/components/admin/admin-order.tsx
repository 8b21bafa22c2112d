import type { Money } from '#app/domain/money/money.ts';
import type { FormAnswer } from '#app/http/form-answer.ts';
import { useLocalePath, useMessages } from '../i18n/words';
import { OrderReturns, type ReturnData } from '../shop/order-returns';
import { type OrderLineData, OrderView } from '../shop/order-view';
import { type Sums, sumFacts } from '../shop/sum-facts';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { MoneyText } from '../ui/money-text';
import type { TimelineEntry } from '../ui/timeline';
import { type ReturnToWork, ReturnActs } from './return-acts';
import { CancelForm, RefundForm, ShipForm } from './order-acts';

export type AdminOrderData = {
  order: {
    number: string;
    status: string;
    placedText: string;
    stateText: string;
    email: string;
    lines: readonly OrderLineData[];
    sums: Sums;
    shippingMethod: string;
    refunded: Money | null;
    address: readonly string[];
    trail: readonly (TimelineEntry & { title: string })[];
  };
  currency: string;
  unshipped: readonly { line: number; title: string; left: string }[];
  refundable: { text: string } | null;
  mayCancel: boolean;
  returns: readonly (ReturnData & ReturnToWork)[];
  shelf: readonly { sku: string; onHand: string; free: string }[];
  mails: readonly { id: string; subject: string; state: 'sent' | 'waiting' | 'failed'; at: string }[];
  papers: readonly { kind: 'invoice' | 'creditNote'; path: string; number: string | null }[];
};

type Act = 'fulfilments' | 'refunds' | 'cancellation';

/** An order as the store's people work on it: what it is, and what may be done about it. An act that was refused stands
 *  in its form as it was typed, and why at the head of the page. */
export function AdminOrder({
  data,
  refused,
}: {
  data: AdminOrderData;
  refused?: { act: Act; answer: FormAnswer | undefined };
}) {
  const t = useMessages('orders');
  const to = useLocalePath();
  const ta = useMessages('admin');
  const { order, currency, unshipped, refundable, mayCancel, returns, papers, shelf, mails } = data;
  const at = (act: string) => to(`/admin/orders/${order.number}/${act}`);
  const form = (act: Act) => ({ action: at(act), answer: refused?.act === act ? refused.answer : undefined });
  const labels = { reason: ta('reason'), amount: ta('refundAmount', { currency }), trackingUrl: ta('trackingUrl') };
  return (
    <div className="grid gap-6">
      <ErrorSummary answer={refused?.answer} labels={labels} />
      <OrderView
        title={t('title', { number: order.number })}
        placedText={[order.placedText, order.email].filter(Boolean).join(' · ')}
        state={{ code: order.status, label: order.stateText }}
        lines={order.lines}
        amounts={[
          ...sumFacts({ sums: order.sums, shippingLabel: t('shipping', { method: order.shippingMethod }), t }),
          ...(order.refunded ? [{ label: t('refunded'), value: <MoneyText amount={order.refunded} /> }] : []),
        ]}
        address={order.address}
        trail={order.trail}
        actions={
          <>
            <a href={at('packing-slip')} className="underline underline-offset-2">
              {t('packingSlip')}
            </a>
            {papers.map(({ kind, path, number }) => (
              <a key={path} href={to(`/orders/${order.number}/${path}`)} className="underline underline-offset-2">
                {t(kind, { number: number ?? '' })}
              </a>
            ))}
          </>
        }
      />
      <div className="mx-auto grid w-full max-w-[46rem] gap-5">
        <OrderReturns
          returns={returns}
          withdrawal={null}
          acts={(id) => {
            const one = returns.find((each) => each.id === id);
            return one && (one.mayApprove || one.mayDecline || one.mayReceive) ? (
              <ReturnActs one={one} at={at} />
            ) : null;
          }}
        />
        {unshipped.length > 0 && <ShipForm lines={unshipped} {...form('fulfilments')} />}
        {refundable && <RefundForm left={refundable.text} currency={currency} {...form('refunds')} />}
        {mayCancel && <CancelForm {...form('cancellation')} />}
        {shelf.length > 0 && (
          <Card title={ta('shelf')}>
            <ul className="grid gap-1">
              {shelf.map(({ sku, free, onHand }) => (
                <li key={sku}>
                  <bdi>{ta('shelfOf', { sku, free, onHand })}</bdi>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={ta('mails')}>
          {mails.length === 0 ? (
            <p className="text-ink-faint">{ta('noMails')}</p>
          ) : (
            <ul className="grid gap-2">
              {mails.map(({ id, subject, state, at: when }) => (
                <li key={id}>
                  <bdi>{subject}</bdi>
                  <span className="block text-sm text-ink-faint">
                    {when} · {ta(`mail_${state}`)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </div>
  );
}
