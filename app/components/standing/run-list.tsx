import { Form, Link } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { Badge, StateBadge } from '../ui/badge';
import { ButtonLink, SubmitButton } from '../ui/button';

export type RunView = {
  readonly plannedOn: string;
  readonly day: string;
  readonly plannedText: string | null;
  readonly state: string;
  readonly stateText: string;
  readonly isDifferent: boolean;
  readonly texts: readonly string[];
  readonly orderNumber: string | null;
  readonly purchaseOrderId: string | null;
  readonly mayChange: boolean;
  readonly maySkip: boolean;
  readonly mayRestore: boolean;
  readonly needsLook: boolean;
};

/** The days of a standing order, each with how it stands and what may be done about it. */
export function RunList({ runs, base }: { runs: readonly RunView[]; base: string }) {
  const t = useMessages('standing');
  const to = useLocalePath();
  return (
    <ol className="grid">
      {runs.map((run) => {
        const at = (noun: string) => to(`${base}/${run.plannedOn}${noun}`);
        const { day } = run;
        return (
          <li
            key={run.plannedOn}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0 first:pt-0"
          >
            <div className="min-w-0 flex-1 basis-56">
              <p className={`font-medium ${run.state === 'skipped' ? 'text-ink-faint line-through' : ''}`}>{day}</p>
              {run.plannedText && <p className="text-sm text-ink-faint">{run.plannedText}</p>}
              {run.texts.map((text) => (
                <p key={text} className="text-sm text-ink-soft">
                  {text}
                </p>
              ))}
              {run.orderNumber && (
                <p className="text-sm">
                  <Link to={to(`/orders/${run.orderNumber}`)}>{t('seeOrder', { number: run.orderNumber })}</Link>
                </p>
              )}
              {run.purchaseOrderId && !run.orderNumber && (
                <p className="text-sm">
                  <Link to={to(`/company/purchase-orders/${run.purchaseOrderId}`)}>{t('seePurchaseOrder')}</Link>
                </p>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {run.isDifferent && <Badge tone="info">{t('onlyThis')}</Badge>}
              <StateBadge state={run.state} label={run.stateText} />
              {run.needsLook && (
                <ButtonLink size="small" tone="primary" to={at('')} aria-label={t('lookAt', { day })}>
                  {t('look')}
                </ButtonLink>
              )}
              {run.mayChange && !run.needsLook && (
                <ButtonLink size="small" to={at('')} aria-label={t('changeThis', { day })}>
                  {t('change')}
                </ButtonLink>
              )}
              {(run.maySkip || run.mayRestore) && (
                <Form method="post" action={at(run.maySkip ? '/skip' : '/restoration')}>
                  <BuyingAsField />
                  <SubmitButton
                    size="small"
                    action={at(run.maySkip ? '/skip' : '/restoration')}
                    aria-label={t(run.maySkip ? 'skipThis' : 'restoreThis', { day })}
                  >
                    {t(run.maySkip ? 'skip' : 'restore')}
                  </SubmitButton>
                </Form>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
