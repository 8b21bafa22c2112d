import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { RunList } from '#app/components/standing/run-list.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button, ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { Disclosure } from '#app/components/ui/disclosure.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { standingOrderView } from '#app/http/standing-order-view.server.ts';
import { standingOrderOf } from '#app/http/standing-orders.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['standing'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { keeper, order } = await standingOrderOf(request, context, params);
  return standingOrderView(context.deps, { order, keeper, locale: keeper.viewer.locale });
}

export default function StandingOrder() {
  const t = useMessages('standing');
  const to = useLocalePath();
  const order = useLoaderData<typeof loader>();
  const at = (noun: string) => to(`/standing-orders/${order.id}/${noun}`);
  const { may } = order;
  return (
    <div className="mx-auto grid w-full max-w-[48rem] gap-6">
      <header>
        <p className="mb-2">
          <Link to={to('/standing-orders')}>{t('title')}</Link>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="min-w-0 font-display text-3xl font-medium break-words">{order.name}</h1>
          <StateBadge state={order.state} label={order.stateText} />
        </div>
        <p className="mt-2 text-ink-soft">{order.rhythmText}</p>
        {order.ownerText && <p className="text-ink-soft">{order.ownerText}</p>}
      </header>
      {order.pausedText && (
        <Notice tone="info" title={order.pausedText}>
          {may.resume && (
            <Form method="post" action={at('resumption')}>
              <BuyingAsField />
              <SubmitButton tone="primary" action={at('resumption')}>
                {t('resume')}
              </SubmitButton>
            </Form>
          )}
        </Notice>
      )}
      {order.hasNoCard && (
        <Notice tone="warn" title={t('noCard')}>
          <p className="mb-3">{t('noCardText')}</p>
          <CardForm action={to('/standing-orders/card')} id={order.id} label={t('saveCard')} isMain />
        </Notice>
      )}
      {order.state !== 'ended' && (
        <Card title={t('upcoming')}>
          <RunList runs={order.upcoming} base={`/standing-orders/${order.id}/runs`} />
        </Card>
      )}
      <Card title={t('goods')} actions={may.change && <ButtonLink to={at('changes')}>{t('changeAll')}</ButtonLink>}>
        <ul className="grid gap-2">
          {order.lines.map((line) => (
            <li key={line.line} className="flex justify-between gap-4">
              <span className="min-w-0 break-words">
                {line.quantityText} × {line.title}
                <span className="tabular block text-sm text-ink-faint">{line.sku}</span>
              </span>
              <span className="tabular">{line.totalText}</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 border-t border-line pt-3 text-ink-soft">{order.agreedText}</p>
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <div>
            <h3 className="text-sm text-ink-faint">{t('address')}</h3>
            <address className="not-italic">
              {order.address.map((line) => (
                <span key={line} className="block break-words">
                  {line}
                </span>
              ))}
            </address>
          </div>
          <div>
            <h3 className="text-sm text-ink-faint">{t('payment')}</h3>
            <p>{order.paymentText}</p>
            {may.useCard && !order.hasNoCard && (
              <CardForm action={to('/standing-orders/card')} id={order.id} label={t('otherCard')} />
            )}
          </div>
        </div>
      </Card>
      <Card title={t('past')}>
        {order.past.length === 0 ? (
          <p className="text-ink-soft">{t('nothingPast')}</p>
        ) : (
          <RunList runs={order.past} base={`/standing-orders/${order.id}/runs`} />
        )}
      </Card>
      {may.takeOver && (
        <Form method="post" action={at('owner')} className="grid gap-2">
          <BuyingAsField />
          <p className="text-ink-soft">{t('takeOverText')}</p>
          <p>
            <SubmitButton action={at('owner')}>{t('takeOver')}</SubmitButton>
          </p>
        </Form>
      )}
      {may.stop && (
        <Disclosure title={t('more')}>
          <div className="grid gap-6">
            {!order.isPaused && (
              <Form method="post" action={at('pause')} className="grid max-w-[20rem] gap-3" noValidate>
                <BuyingAsField />
                <TextField
                  name="until"
                  type="date"
                  label={t('pauseUntil')}
                  hint={t('pauseUntilHint')}
                  isOptional
                  className="min-w-0"
                />
                <p>
                  <SubmitButton action={at('pause')}>{t('pause')}</SubmitButton>
                </p>
              </Form>
            )}
            <Form method="post" action={at('end')}>
              <BuyingAsField />
              <Button tone="danger">{t('end')}</Button>
            </Form>
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function CardForm({ action, id, label, isMain }: { action: string; id: string; label: string; isMain?: boolean }) {
  return (
    <Form method="post" action={action} className="mt-2">
      <BuyingAsField />
      <input type="hidden" name="standing" value={id} />
      <Button size="small" tone={isMain ? 'primary' : 'quiet'}>
        {label}
      </Button>
    </Form>
  );
}
