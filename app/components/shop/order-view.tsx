import type { ReactNode } from 'react';
import type { Money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { StateBadge } from '../ui/badge';
import { Card } from '../ui/card';
import { AmountList, type Fact } from '../ui/description-list';
import { MoneyText } from '../ui/money-text';
import { Timeline, type TimelineEntry } from '../ui/timeline';
import { Picture, type PictureData } from './picture';

export type OrderLineData = {
  readonly line: number;
  readonly title: string;
  readonly choice?: string;
  readonly picture?: PictureData;
  readonly quantityText: string;
  readonly lineTotal: Money;
};

type Props = {
  /** The level of the title where the view is not the whole page. */
  heading?: 'h1' | 'h2';
  title: string;
  placedText: string;
  state: { code: string; label: string };
  /** Who or what it waits for, in one line. */
  waitsFor?: string;
  lines: readonly OrderLineData[];
  amounts: readonly Fact[];
  address: readonly string[];
  trail: readonly TimelineEntry[];
  actions?: ReactNode;
};

/** A document in one column: its state on top, then lines, then money, then the trail. */
export function OrderView({
  heading: Heading = 'h1',
  title,
  placedText,
  state,
  waitsFor,
  lines,
  amounts,
  address,
  trail,
  actions,
}: Props) {
  const t = useMessages('orders');
  return (
    <article className="mx-auto grid w-full max-w-[46rem] gap-5">
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <Heading className="font-display text-2xl font-medium sm:text-3xl">{title}</Heading>
          <StateBadge state={state.code} label={state.label} />
        </div>
        <p className="text-ink-soft">{[placedText, waitsFor].filter(Boolean).join(' · ')}</p>
        {actions && (
          <div data-screen-only="" className="mt-2 flex flex-wrap items-center gap-3">
            {actions}
          </div>
        )}
      </header>
      <Card title={t('lines')}>
        <ul>
          {lines.map((line) => (
            <li key={line.line} className="flex gap-4 border-b border-line py-3 first:pt-0 last:border-0 last:pb-0">
              {line.picture && (
                <span className="w-14 shrink-0 self-start overflow-hidden rounded">
                  <Picture picture={line.picture} sizes="3.5rem" />
                </span>
              )}
              <span className="min-w-0 grow">
                <span className="block font-medium">
                  <span className="tabular font-normal text-ink-faint">{line.quantityText}</span> {line.title}
                </span>
                {line.choice && <span className="block text-sm text-ink-faint">{line.choice}</span>}
              </span>
              <MoneyText amount={line.lineTotal} className="font-medium" />
            </li>
          ))}
        </ul>
      </Card>
      <div className="grid gap-5 sm:grid-cols-2">
        <Card title={t('amounts')}>
          <AmountList facts={amounts} />
        </Card>
        <Card title={t('deliveredTo')}>
          <address className="not-italic">
            {address.map((part) => (
              <span key={part} className="block">
                {part}
              </span>
            ))}
          </address>
        </Card>
      </div>
      <Card title={t('trail')}>
        <Timeline entries={trail} />
      </Card>
    </article>
  );
}
