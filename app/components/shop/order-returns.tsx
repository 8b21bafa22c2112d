import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/words';
import { StateBadge } from '../ui/badge';
import { Button } from '../ui/button';
import { Card } from '../ui/card';

export type ReturnData = {
  readonly id: string;
  readonly status: string;
  readonly stateText: string;
  readonly dayText: string;
  readonly reasonText: string;
  readonly note: string;
  readonly answer: string;
  readonly units: readonly { line: number; text: string; isRestocked: boolean | null }[];
  readonly mayWithdraw: boolean;
};

type Props = {
  returns: readonly ReturnData[];
  /** Where a return is taken back by whoever announced it; null on the store's side. */
  withdrawal: ((id: string) => string) | null;
  acts?: (id: string) => ReactNode;
};

/** What was sent back or is to be, each with where it stands. */
export function OrderReturns({ returns, withdrawal, acts }: Props) {
  const t = useMessages('orders');
  return returns.map((one) => (
    <Card key={one.id} title={t('returnOf', { day: one.dayText })}>
      <div className="grid gap-3">
        <StateBadge state={one.status} label={one.stateText} />
        <ul className="list-disc ps-5">
          {one.units.map(({ line, text, isRestocked }) => (
            <li key={line}>
              {text}
              {withdrawal === null && isRestocked !== null && (
                <span className="text-ink-soft"> · {t(isRestocked ? 'returnRestocked' : 'returnWrittenOff')}</span>
              )}
            </li>
          ))}
        </ul>
        <p className="text-ink-soft">{[one.reasonText, one.note].filter(Boolean).join(': ')}</p>
        {one.answer && <p>{t('returnAnswer', { answer: one.answer })}</p>}
        {withdrawal && one.mayWithdraw && (
          <Form method="post" action={withdrawal(one.id)}>
            <Button size="small">{t('returnWithdraw')}</Button>
          </Form>
        )}
        {acts?.(one.id)}
      </div>
    </Card>
  ));
}
