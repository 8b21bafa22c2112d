import { Form, Link } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';
import { controlLook } from '../ui/field';
import { Warning } from '../ui/icons/signs';

export type ListLine = {
  readonly line: number;
  readonly sku: string;
  readonly handle: string;
  readonly title: string;
  /** Plan, modules and term in words; empty for a plain article. */
  readonly choice: string;
  readonly quantity: string;
  readonly parLevel: string;
  readonly leftOver: string;
  readonly lastOrdered: string;
  readonly toOrder: string;
  /** Why it cannot be ordered as it stands. */
  readonly problem: string | null;
};

type Props = {
  list: {
    readonly version: number;
    readonly lines: readonly ListLine[];
    /** Of what the page says to order, before tax. */
    readonly total: string | null;
  };
  cartAction: string;
  removalOf: (line: number) => string;
};

/** The lines of a list in one form: what is kept, what is left, and how much goes into the cart. */
export function ListLines({ list, cartAction, removalOf }: Props) {
  const t = useMessages('lists');
  const to = useLocalePath();
  const field = (name: string, line: ListLine, value: string, label: string) => (
    <label className="grid gap-1">
      <span className="text-sm text-ink-soft">
        {label} <span className="sr-only">{line.title}</span>
      </span>
      <input
        name={`${name}.l${line.line}`}
        defaultValue={value}
        inputMode="decimal"
        className={`${controlLook} tabular text-end`}
      />
    </label>
  );
  return (
    <Form key={list.version} method="post" className="grid gap-4">
      <BuyingAsField />
      <input type="hidden" name="version" value={list.version} />
      <ul className="grid gap-3">
        {list.lines.map((line) => (
          <li
            key={line.line}
            className="grid items-end gap-3 rounded border border-line bg-raised p-4 lg:grid-cols-[1fr_7rem_7rem_7rem_7rem_auto]"
          >
            <div className="self-center">
              <Link to={to(`/products/${line.handle}`)} className="font-medium">
                {line.title}
              </Link>
              {line.choice && <span className="block text-sm">{line.choice}</span>}
              <span className="block text-sm text-ink-soft">
                {[line.sku, line.lastOrdered && t('lastTime', { quantity: line.lastOrdered })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {line.problem && (
                <span className="mt-1 flex items-start gap-1.5 text-sm font-medium text-bad">
                  <Warning className="mt-0.5 size-4 shrink-0" /> {line.problem}
                </span>
              )}
            </div>
            <div className="grid grid-cols-2 gap-3 lg:contents">
              {field('par', line, line.parLevel, t('par'))}
              {field('left', line, line.leftOver, t('left'))}
              {field('quantity', line, line.quantity, t('usual'))}
              {field('order', line, line.toOrder, t('order'))}
            </div>
            <SubmitButton
              size="small"
              tone="quiet"
              formAction={removalOf(line.line)}
              action={removalOf(line.line)}
              formNoValidate
            >
              {t('takeOff')} <span className="sr-only">{line.title}</span>
            </SubmitButton>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t('save')}</SubmitButton>
        <SubmitButton tone="primary" formAction={cartAction} action={cartAction}>
          {t('toCart')}
        </SubmitButton>
        {list.total && <p className="tabular text-ink-soft">{t('nowTotal', { amount: list.total })}</p>}
      </div>
    </Form>
  );
}
