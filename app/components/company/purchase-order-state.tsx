import { useMessages } from '../i18n/words';
import { StateBadge } from '../ui/badge';
import { Notice } from '../ui/notice';
import type { PurchaseOrderStatus } from '#app/domain/purchase-orders/lifecycle.ts';

type Waiting = { key: string; rule: string; needed: number; people: readonly string[]; since: string };
type Props = {
  status: PurchaseOrderStatus;
  waitsFor: readonly Waiting[];
  failure: string | null;
  overBudget: string | null;
  costCentre: string | null;
};

/** Where it stands and whom it waits for, before anything else. */
export function PurchaseOrderState({ status, waitsFor, failure, overBudget, costCentre }: Props) {
  const t = useMessages('purchaseOrders');
  return (
    <div className="mb-6 grid gap-3">
      <p>
        <StateBadge state={status} label={t(`status_${status}`)} />
      </p>
      {status === 'awaiting_approval' && waitsFor.length > 0 && (
        <Notice tone="warn" title={t('waitsFor')}>
          <ul className="grid gap-1">
            {waitsFor.map(({ key, rule, needed, people, since }) => (
              <li key={key}>
                {t('waitsLine', { rule, needed, people: people.join(', ') })}{' '}
                <span className="text-ink-faint">{t('waitsSince', { since })}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {status === 'blocked' && <Notice tone="bad" title={t('blockedText')} />}
      {status === 'failed' && <Notice tone="bad" title={t('failedText', { reason: failure ?? '' })} />}
      {overBudget && (
        <Notice tone="warn" title={t('overBudgetText', { amount: overBudget, costCentre: costCentre ?? '' })} />
      )}
    </div>
  );
}
