import { Form } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import { Checkbox, TextField } from '../ui/field';

export type ReturnToWork = {
  readonly id: string;
  readonly units: readonly { line: number; text: string }[];
  readonly mayApprove: boolean;
  readonly mayDecline: boolean;
  readonly mayReceive: boolean;
};

/** What the store does about a return: let it come, refuse it with a reason, or take the goods in. */
export function ReturnActs({ one, at }: { one: ReturnToWork; at: (act: string) => string }) {
  const t = useMessages('admin');
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      {one.mayApprove && (
        <Form method="post" action={at(`returns/${one.id}/approval`)}>
          <Button size="small">{t('returnApprove')}</Button>
        </Form>
      )}
      {one.mayReceive && (
        <Form method="post" action={at(`returns/${one.id}/receipt`)} className="grid max-w-text gap-2">
          <p className="font-medium">{t('returnReceive')}</p>
          <p className="text-ink-soft">{t('returnReceiveText')}</p>
          {one.units.map(({ line, text }) => (
            <Checkbox
              key={line}
              id={`restock-${one.id}-${line}`}
              name="restock"
              value={line}
              defaultChecked
              label={t('returnRestock', { units: text })}
            />
          ))}
          <div>
            <Button tone="primary">{t('returnReceiveAction')}</Button>
          </div>
        </Form>
      )}
      {one.mayDecline && (
        <Form method="post" action={at(`returns/${one.id}/decline`)} className="grid max-w-text gap-3">
          <TextField label={t('returnDeclineReason')} id={`decline-${one.id}`} name="answer" required maxLength={300} />
          <div>
            <Button tone="danger" size="small">
              {t('returnDecline')}
            </Button>
          </div>
        </Form>
      )}
    </div>
  );
}
