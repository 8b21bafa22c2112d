import { Form, Link } from '@remix-run/react';
import type { Money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import { MoneyText } from '../ui/money-text';
import { QuantityStepper } from '../ui/quantity-stepper';
import { Picture, type PictureData } from './picture';

export type CartLineData = {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  /** What was chosen: "250 g · whole beans". */
  readonly choice?: string;
  readonly picture?: PictureData;
  readonly quantity: string;
  readonly least: string;
  readonly step: string;
  /** A unit price as text, with the tax the market shows. */
  readonly unitPriceText: string | null;
  /** Null when it has no price here. */
  readonly lineTotal: Money | null;
  /** What changed since the line was put in, or stands in its way. */
  readonly notice?: string;
};

/** What is in the cart. Quantities and removals are forms of their own; `lineAction` and `removeAction` give their
 *  addresses. */
export function CartLines(props: {
  lines: readonly CartLineData[];
  lineAction: (id: string) => string;
  removeAction: (id: string) => string;
}) {
  const t = useMessages('cart');
  return (
    <ul className="grid content-start">
      {props.lines.map((line) => (
        <li
          key={line.id}
          className="grid grid-cols-1 gap-x-4 has-[img]:grid-cols-[5rem_1fr] gap-y-2 border-b border-line py-4 first:pt-0"
        >
          {line.picture && (
            <div className="self-start overflow-hidden rounded">
              <Picture picture={line.picture} sizes="5rem" />
            </div>
          )}
          <div className="grid gap-1">
            <div className="flex flex-wrap justify-between gap-x-4">
              <h2 id={`line-${line.id}`} className="font-semibold">
                <Link to={line.to} className="text-ink no-underline hover:text-accent">
                  {line.title}
                </Link>
              </h2>
              {line.lineTotal && <MoneyText amount={line.lineTotal} className="font-semibold" />}
            </div>
            {line.choice && <p className="text-sm text-ink-soft">{line.choice}</p>}
            {line.unitPriceText && (
              <p className="tabular text-sm text-ink-faint">{t('each', { price: line.unitPriceText })}</p>
            )}
            {line.notice && <p className="text-sm font-medium text-warn">{line.notice}</p>}
            <div className="mt-1 flex flex-wrap items-center gap-3">
              <Form
                method="post"
                action={props.lineAction(line.id)}
                preventScrollReset
                className="flex items-center gap-2"
              >
                <QuantityStepper
                  key={line.quantity}
                  id={`quantity-${line.id}`}
                  defaultValue={line.quantity}
                  least={line.least}
                  step={line.step}
                  describedBy={`line-${line.id}`}
                  isLabelHidden
                />
                <Button size="small">{t('update')}</Button>
              </Form>
              <Form method="post" action={props.removeAction(line.id)} preventScrollReset>
                <button
                  aria-label={t('removeLine', { title: line.title })}
                  className="min-h-11 text-sm text-ink-soft underline underline-offset-2 hover:text-bad"
                >
                  {t('remove')}
                </button>
              </Form>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
