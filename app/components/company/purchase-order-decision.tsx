import { Form, Link } from '@remix-run/react';
import { CodeField } from '../account/code-field';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';
import { Card } from '../ui/card';
import { Disclosure } from '../ui/disclosure';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';

type Props = {
  id: string;
  revision: number;
  total: string;
  delegator: string | null;
  /** `ask`: a code is wanted; `enrol`: it is, and this person has no app to make one. */
  code: 'none' | 'ask' | 'enrol';
};

/** What an approver decides with: one accent button, and the two that need a reason behind it. */
export function PurchaseOrderDecision({ id, revision, total, delegator, code }: Props) {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const at = (noun: string) => to(`/company/purchase-orders/${id}/${noun}`);
  return (
    <Card>
      <p className="mb-3">
        {t('approveAs', { revision, total })} {delegator && t('approveFor', { delegator })}
      </p>
      {code === 'enrol' && (
        <Notice tone="warn" title={t('codeMissing')}>
          <Link to={to('/account/second-factor')} className="underline underline-offset-2">
            {t('codeSetUp')}
          </Link>
        </Notice>
      )}
      <div className="grid gap-4" hidden={code === 'enrol'}>
        <Form method="post" action={at('approvals')} className="grid justify-items-start gap-3">
          <BuyingAsField />
          <input type="hidden" name="revision" value={revision} />
          {code === 'ask' && <CodeField id="code-approve" label={t('code')} hint={t('codeHint')} />}
          <SubmitButton tone="primary" action={at('approvals')}>
            {t('approve')}
          </SubmitButton>
        </Form>
        <Disclosure title={`${t('reject')} · ${t('requestChanges')}`}>
          <Form method="post" action={at('rejections')} className="grid gap-3 pt-2">
            <BuyingAsField />
            <input type="hidden" name="revision" value={revision} />
            {code === 'ask' && <CodeField id="code-reject" label={t('code')} hint={t('codeHint')} />}
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
