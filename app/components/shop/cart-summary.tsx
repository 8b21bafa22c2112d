import type { ReactNode } from 'react';
import { AmountList, type Fact } from '../ui/description-list';

/** What it comes to, and the one step on. `toFreeShipping` says how far it is, with the share already reached. */
export function CartSummary(props: {
  title: string;
  facts: readonly Fact[];
  toFreeShipping?: { text: string; percent: number };
  /** The amounts are being worked out. */
  isBusy?: boolean;
  note?: ReactNode;
  action?: ReactNode;
}) {
  const { title, facts, toFreeShipping, isBusy = false, note, action } = props;
  return (
    <section className="grid content-start gap-4 self-start rounded border border-line bg-raised p-5 lg:sticky lg:top-6">
      <h2 className="text-lg font-semibold">{title}</h2>
      <div
        aria-busy={isBusy || undefined}
        className="grid gap-4 [&[aria-busy]_:is(dd,p)]:animate-pulse [&[aria-busy]_:is(dd,p)]:text-ink-faint"
      >
        <AmountList facts={facts} />
        {toFreeShipping && (
          <div className="grid gap-1.5 text-sm text-ink-soft">
            <p>{toFreeShipping.text}</p>
            <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
              <div className="h-full rounded-full bg-good" style={{ width: `${toFreeShipping.percent}%` }} />
            </div>
          </div>
        )}
      </div>
      {action}
      {note && <div className="text-sm text-ink-soft">{note}</div>}
    </section>
  );
}
