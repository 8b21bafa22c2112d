import { Form } from '@remix-run/react';
import type { PurchaseOrderStatus } from '#app/domain/purchase-orders/lifecycle.ts';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { ButtonLink, SubmitButton } from '../ui/button';
import { Card } from '../ui/card';

type Props = {
  id: string;
  status: PurchaseOrderStatus;
  payable: string;
  /** It is paid by card, not owed on terms. */
  isByCard: boolean;
  hasCard: boolean;
  /** Where a payment under way goes on. */
  url: string | null;
};

/** What is left to do after the approval: pay, go on with a payment, or try again. */
export function PurchaseOrderPayment({ id, status, payable, isByCard, hasCard, url }: Props) {
  const t = useMessages('purchaseOrders');
  const at = useLocalePath()(`/company/purchase-orders/${id}/placement`);
  const start = (pay: 'saved_card' | 'checkout', label: string, isFirst: boolean) => (
    <Form method="post" action={at}>
      <BuyingAsField />
      <input type="hidden" name="pay" value={pay} />
      <SubmitButton tone={isFirst ? 'primary' : 'quiet'} action={at}>
        {label}
      </SubmitButton>
    </Form>
  );
  if (status === 'placing')
    return url ? (
      <Card>
        <p className="mb-3">{t('confirmText')}</p>
        <ButtonLink tone="primary" to={url} reloadDocument>
          {t('confirmPayment')}
        </ButtonLink>
      </Card>
    ) : null;
  return (
    <Card>
      {status === 'approved' && <p className="mb-3">{t('payText')}</p>}
      <div className="flex flex-wrap gap-3">
        {(hasCard || !isByCard) && start('saved_card', isByCard ? t('paySavedCard') : t('retry'), true)}
        {isByCard && start('checkout', t('payNow', { amount: payable }), !hasCard)}
      </div>
    </Card>
  );
}
