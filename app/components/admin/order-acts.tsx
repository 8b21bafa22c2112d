import { Form } from '@remix-run/react';
import type { FormAnswer } from '#app/http/form-answer.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { TextField } from '../ui/field';

type Unshipped = { line: number; title: string; left: string };
type Acting = { action: string; answer?: FormAnswer | undefined };

/** A parcel leaves: which units, by whom it is carried. */
export function ShipForm({ lines, action, answer }: Acting & { lines: readonly Unshipped[] }) {
  const t = useMessages('admin');
  return (
    <Card title={t('fulfil')}>
      <Form method="post" action={action} className="grid max-w-text gap-4">
        <p className="text-ink-soft">{t('fulfilText')}</p>
        {lines.map(({ line, title, left }, index) => (
          <div key={line}>
            <input type="hidden" name={`lines.${index}.line`} value={line} />
            <TextField
              type="number"
              min="0"
              max={left}
              step="any"
              label={t('unitsOf', { title })}
              {...fieldOf(answer, `lines.${index}.quantity`, left)}
            />
          </div>
        ))}
        <TextField label={t('carrier')} maxLength={100} {...fieldOf(answer, 'carrier')} />
        <TextField label={t('trackingNumber')} maxLength={100} {...fieldOf(answer, 'trackingNumber')} />
        <TextField type="url" label={t('trackingUrl')} isOptional {...fieldOf(answer, 'trackingUrl')} />
        <Button tone="primary">{t('fulfilAction')}</Button>
      </Form>
    </Card>
  );
}

/** Money goes back: a part of it, or all that is left. */
export function RefundForm({ left, currency, action, answer }: Acting & { left: string; currency: string }) {
  const t = useMessages('admin');
  return (
    <Card title={t('refund')}>
      <Form method="post" action={action} className="grid max-w-text gap-4">
        <TextField
          inputMode="decimal"
          label={t('refundAmount', { currency })}
          hint={t('refundAmountHint', { left: `${left} ${currency}` })}
          {...fieldOf(answer, 'amount')}
        />
        <TextField
          label={t('reason')}
          required
          maxLength={300}
          {...(!answer && { id: 'refund-reason' })}
          {...fieldOf(answer, 'reason')}
        />
        <Button>{t('refundAction')}</Button>
      </Form>
    </Card>
  );
}

export function CancelForm({ action, answer }: Acting) {
  const t = useMessages('admin');
  return (
    <Card title={t('cancel')}>
      <Form method="post" action={action} className="grid max-w-text gap-4">
        <p className="text-ink-soft">{t('cancelText')}</p>
        <TextField
          label={t('reason')}
          required
          maxLength={300}
          {...(!answer && { id: 'cancel-reason' })}
          {...fieldOf(answer, 'reason')}
        />
        <Button tone="danger">{t('cancelAction')}</Button>
      </Form>
    </Card>
  );
}
