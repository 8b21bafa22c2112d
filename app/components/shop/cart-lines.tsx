import { Form, Link } from '@remix-run/react';
import { type FocusEvent, type FormEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import type { CartRow, Problem } from '#app/domain/cart/changes-under-way.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { parseExact } from '#app/domain/money/exact.ts';
import type { Money } from '#app/domain/money/money.ts';
import { useFormats, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { Button } from '../ui/button';
import { MoneyText } from '../ui/money-text';
import { QuantityStepper } from '../ui/quantity-stepper';
import { Picture, type PictureData } from './picture';
import type { CartChanging } from './use-cart-changes';

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
  /** What puts it back once it is taken out. */
  readonly fields?: readonly (readonly [name: string, value: string])[];
};

type Change = CartChanging['change'];
type Props = {
  rows: readonly CartRow<CartLineData>[];
  lineAction: (id: string) => string;
  removeAction: (id: string) => string;
  onChange: Change;
};

const busyAmount = 'aria-busy:animate-pulse aria-busy:text-ink-faint';

/** What is in the cart. Quantities and removals are forms of their own; `lineAction` and `removeAction` give their
 *  addresses. Where scripts run `onChange` is told instead, and whoever lost the control they stood on is led to what
 *  took its place. */
export function CartLines({ rows, onChange, ...forms }: Props) {
  const stoodOn = useRef<HTMLElement>();
  const changed = useRef<string>();
  useEffect(() => {
    const id = changed.current;
    if (!id || stoodOn.current?.isConnected || document.activeElement !== document.body) return;
    (document.getElementById(`undo-${id}`) ?? document.getElementById(`quantity-${id}`))?.focus();
  }, [rows]);
  const change: Change = (line, ...rest) => {
    changed.current = line.id;
    onChange(line, ...rest);
  };
  if (rows.length === 0) return null;
  return (
    <ul className="grid content-start" onFocus={(event: FocusEvent<HTMLElement>) => (stoodOn.current = event.target)}>
      {rows.map((row) =>
        row.is === 'there' ? (
          <Line key={row.line.id} row={row} change={change} {...forms} />
        ) : (
          <MissingLine key={`${row.line.id}-${row.is}`} row={row} change={change} />
        ),
      )}
    </ul>
  );
}

type LineProps = { row: CartRow<CartLineData>; change: Change } & Omit<Props, 'rows' | 'onChange'>;

function Line({ row, change, lineAction, removeAction }: LineProps) {
  const t = useMessages('cart');
  const { line, isWaiting, problem } = row;
  const form = useRef<HTMLFormElement>(null);
  const isAwake = useIsAwake();
  const field = () => form.current?.elements.namedItem('quantity') as HTMLInputElement;
  const sendTyped = () => {
    const typed = field().value;
    if (typed === '') field().value = line.quantity;
    else if (Number(typed) !== Number(line.quantity)) change(line, typed);
  };
  // What was typed before the scripts were here has not been sent.
  const sendEarly = useRef(sendTyped);
  useEffect(() => {
    if (document.activeElement !== field()) sendEarly.current();
  }, []);

  return (
    <li className="grid grid-cols-1 gap-x-4 has-[img]:grid-cols-[5rem_1fr] gap-y-2 border-b border-line py-4 first:pt-0">
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
          {line.lineTotal && (
            <span aria-busy={isWaiting || undefined} className={busyAmount}>
              <MoneyText amount={line.lineTotal} className="font-semibold" />
            </span>
          )}
        </div>
        {line.choice && (
          <p className="text-sm text-ink-soft">
            <bdi>{line.choice}</bdi>
          </p>
        )}
        {line.unitPriceText && (
          <p className="tabular text-sm text-ink-faint">{t('each', { price: line.unitPriceText })}</p>
        )}
        <div aria-live="polite" className="contents">
          {line.notice && <p className="text-sm font-medium text-warn">{line.notice}</p>}
        </div>
        <div className="mt-1 flex flex-wrap items-center gap-3">
          <Form
            ref={form}
            method="post"
            action={lineAction(line.id)}
            preventScrollReset
            noValidate={isAwake}
            className="flex items-center gap-2"
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              sendTyped();
            }}
            onBlur={(event: FocusEvent) => event.target === field() && sendTyped()}
          >
            <BuyingAsField />
            <QuantityStepper
              id={`quantity-${line.id}`}
              defaultValue={line.quantity}
              least={line.least}
              step={line.step}
              describedBy={`line-${line.id}${problem ? ` problem-${line.id}` : ''}`}
              isLabelHidden
              onStep={() => change(line, field().value, 'pausing')}
            />
            <span className="hidden noscript:inline">
              <Button size="small">{t('update')}</Button>
            </span>
          </Form>
          <Form
            method="post"
            action={removeAction(line.id)}
            preventScrollReset
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              change(line, '0');
            }}
          >
            <BuyingAsField />
            <button
              aria-label={t('removeLine', { title: line.title })}
              className="min-h-11 text-sm text-ink-soft underline underline-offset-2 hover:text-bad"
            >
              {t('remove')}
            </button>
          </Form>
        </div>
        {problem && <ProblemOf problem={problem} change={change} />}
      </div>
    </li>
  );
}

/** Where a line stood that was taken out, or that is gone while there is something to say of it. */
function MissingLine({ row: { line, is, problem }, change }: Pick<LineProps, 'row' | 'change'>) {
  const t = useMessages('cart');
  return (
    <li className="grid gap-1 border-b border-line py-4 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p id={`out-${line.id}`} className="text-ink-soft">
          {is === 'out' ? t('takenOut', { title: line.title }) : line.title}
        </p>
        {is === 'out' && (
          <Button
            type="button"
            id={`undo-${line.id}`}
            aria-describedby={`out-${line.id}`}
            onClick={() => change(line, line.quantity)}
          >
            {t('undo')}
          </Button>
        )}
      </div>
      {problem && <ProblemOf problem={problem} change={change} />}
    </li>
  );
}

function ProblemOf({ problem, change }: { problem: Problem<CartLineData>; change: Change }) {
  const t = useMessages('cart');
  const { line, wanted, refusal } = problem;
  const wish = wanted.isBack || Number(wanted.quantity) === 0 ? 'whole' : 'quantity';
  const formats = useFormats();
  const typed = parseExact(wanted.quantity);
  const quantity = typed ? formatQuantity(typed, formats) : wanted.quantity;
  return (
    <div id={`problem-${line.id}`} role="alert" className="flex flex-wrap items-center gap-x-3 text-sm">
      <p className="font-medium text-bad">
        {wish === 'quantity' && `${t('youAskedFor', { quantity })} `}
        {refusal ?? t('noAnswer')}
      </p>
      {refusal === null && (
        <button
          type="button"
          onClick={() => change(line, wanted.quantity)}
          className="min-h-11 underline underline-offset-2 hover:text-accent"
        >
          {t('tryAgain')}
          <span className="sr-only"> {line.title}</span>
        </button>
      )}
    </div>
  );
}

const never = () => () => {};
/** Whether scripts run here by now. */
const useIsAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
