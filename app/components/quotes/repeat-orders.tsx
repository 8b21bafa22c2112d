import type { ReactNode } from 'react';
import { Link } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { Card } from '../ui/card';

export type TemplateView = {
  readonly times: number;
  /** The last day to order on, in words. */
  readonly day: string;
  /** How an accepted one stands; null before it is accepted. */
  readonly standing: { readonly ordered: number; readonly left: number; readonly isOver: boolean } | null;
  readonly orders: readonly {
    readonly turn: number;
    readonly number: string;
    readonly at: string;
    readonly by: string;
    readonly to: string;
  }[];
};

/** A template for repeat orders: what it is for, how it stands, what was ordered of it, and below what may be done. */
export function RepeatOrders({ template, children }: { template: TemplateView; children?: ReactNode }) {
  const t = useMessages('quotes');
  const local = useLocalePath();
  const { times, day, standing, orders } = template;
  return (
    <Card title={t('template')}>
      <p className="font-medium">
        {standing
          ? t(standing.isOver ? 'templateOver' : 'templateStands', {
              ...{ times, day },
              ...{ ordered: standing.ordered, left: standing.left },
            })
          : t('templateFor', { times, day })}
      </p>
      <p className="mt-2 max-w-text text-ink-soft">{t('templateText')}</p>
      {orders.length > 0 && (
        <ol className="mt-3 grid gap-1">
          {orders.map(({ turn, number, at, by, to }) => (
            <li key={turn}>
              {t('turnOf', { turn })}: <Link to={local(to)}>{number}</Link>
              <span className="text-sm text-ink-soft">
                {' '}
                {at}, {by}
              </span>
            </li>
          ))}
        </ol>
      )}
      {children}
    </Card>
  );
}
