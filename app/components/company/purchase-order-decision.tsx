import { Form } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';
import { Card } from '../ui/card';
import { Disclosure } from '../ui/disclosure';
import { TextArea } from '../ui/field';

type Props = { id: string; revision: number; total: string; delegator: string | null };

/** What an approver decides with: one accent button, and the two that need a reason behind it. */
export function PurchaseOrderDecision({ id, revision, total, delegator }: Props) {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const at = (noun: string) => to(`/company/purchase-orders/${id}/${noun}`);
  return (
    <Card>
      <p className="mb-3">
        {t('approveAs', { revision, total })} {delegator && t('approveFor', { delegator })}
      </p>
      <div className="grid gap-4">
        <Form method="post" action={at('approvals')}>
          <BuyingAsField />
          <input type="hidden" name="revision" value={revision} />
          <SubmitButton tone="primary" action={at('approvals')}>
            {t('approve')}
          </SubmitButton>
        </Form>
        <Disclosure title={`${t('reject')} · ${t('requestChanges')}`}>
          <Form method="post" action={at('rejections')} className="grid gap-3 pt-2">
            <BuyingAsField />
            <input type="hidden" name="revision" value={revision} />
            <TextArea label={t('reason')} hint={t('reasonHint')} name="reason" required rows={3} />
            <p className="flex flex-wrap gap-3">
              <SubmitButton action={at('rejections')}>{t('reject')}</SubmitButton>
              <SubmitButton formAction={at('changes-requested')} action={at('changes-requested')}>
                {t('requestChanges')}
              </SubmitButton>
            </p>
          </Form>
        </Disclosure>
      </div>
    </Card>
  );
}
