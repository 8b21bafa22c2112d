import { Form, useSearchParams } from '@remix-run/react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import type { FormAnswer } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { newLine } from '../shell/cart-count';
import { SubmitButton } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { Box, Truck } from '../ui/icons/shop';
import { Refresh } from '../ui/icons/arrows';
import { LowerEdge } from '../ui/lower-edge';
import { PriceText } from '../ui/price-text';
import { QuantityStepper } from '../ui/quantity-stepper';
import { ChoiceTiles } from '../ui/radio-group';

export type OptionChoice = {
  /** The name of the search parameter and of the field. */
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly isAvailable: boolean }[];
};

export type BuyBoxData = {
  readonly sku: string;
  readonly price: ComponentProps<typeof PriceText> | null;
  readonly options: readonly OptionChoice[];
  readonly least: string;
  /** What the field begins with; the least where nothing was asked for. */
  readonly quantity?: string;
  readonly step: string;
  readonly stock: { readonly tone: 'good' | 'warn' | 'bad'; readonly text: string };
  /** When it arrives and until when it may come back; null for what cannot be had. */
  readonly promise: { readonly delivery: string; readonly returns: string } | null;
  readonly canBuy: boolean;
  /** Whether the cart has it already, in whatever configuration. */
  readonly isInCart?: boolean;
  /** Fields every form carries that depends on who buys. */
  readonly hidden: Readonly<Record<string, string>>;
};

type Props = {
  /** What is sold, by its name. */
  title: string;
  box: BuyBoxData;
  /** Where the three buttons post to; a button without an address is not there. */
  cartAction: string;
  buyAction?: string;
  quoteAction?: string;
  /** Where the article is kept on a list. */
  listAction?: string;
  answer?: FormAnswer;
  /** The ladder of breaks, the modules: what this buyer sees between price and buttons. */
  children?: ReactNode;
  /** Called with the whole form whenever something in it changes. */
  onChange?: (form: HTMLFormElement) => void;
};

const stockTones = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' };

/** Price first, then what it buys, then the buttons within the thumb's reach, then what reassures. */
export function BuyBox({
  title,
  box,
  cartAction,
  buyAction,
  quoteAction,
  listAction,
  answer,
  children,
  onChange,
}: Props) {
  const t = useMessages('shop');
  const [, setSearch] = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef(onChange);
  // What was chosen before the scripts were here has not been asked about.
  useEffect(() => {
    if (form.current && isTouched(form.current)) asked.current?.(form.current);
  }, []);
  const choose = (name: string) => (value: string) =>
    setSearch((search) => (search.set(name, value), search), { replace: true, preventScrollReset: true });

  const askForQuote = (tone: 'quiet' | 'primary') => (
    <SubmitButton action={quoteAction} formMethod="get" formAction={quoteAction} tone={tone} wide>
      {t('requestQuote')}
    </SubmitButton>
  );

  return (
    <Form
      ref={form}
      method="post"
      action={cartAction}
      className="grid content-start gap-5"
      onChange={onChange && ((event) => onChange(event.currentTarget))}
    >
      {Object.entries({ sku: box.sku, ...box.hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {box.price && (
        <div aria-live="polite">
          <PriceText {...box.price} size="page" />
        </div>
      )}
      <ErrorSummary answer={answer} />
      {box.options.map((option) => (
        <ChoiceTiles
          key={option.name}
          name={option.name}
          label={option.label}
          options={option.values.map(({ value, label, isAvailable }) => ({ value, label, isDisabled: !isAvailable }))}
          defaultValue={option.chosen}
          onChoose={choose(option.name)}
        />
      ))}
      {box.options.length > 0 && (
        <noscript>
          <button formMethod="get" formAction="" formNoValidate className="underline underline-offset-2">
            {t('showChoice')}
          </button>
        </noscript>
      )}
      {children}
      {box.canBuy && (
        <>
          <QuantityStepper
            least={box.least}
            step={box.step}
            defaultValue={box.quantity ?? box.least}
            error={answer?.fields.quantity}
            {...(onChange && { onStep: onChange })}
          />
          <LowerEdge about={box.price && { what: title, price: box.price.price }}>
            <SubmitButton
              action={cartAction}
              tone={buyAction ? 'quiet' : 'primary'}
              wide
              {...(!box.isInCart && newLine)}
            >
              {t('addToCart')}
            </SubmitButton>
            {buyAction && (
              <SubmitButton action={buyAction} formAction={buyAction} tone="primary" wide>
                {t('buyNow')}
              </SubmitButton>
            )}
          </LowerEdge>
        </>
      )}
      {!box.canBuy && <Reassurance {...box} />}
      {quoteAction &&
        (box.canBuy ? (
          askForQuote('quiet')
        ) : (
          <LowerEdge about={box.price && { what: box.stock.text, price: box.price.price }}>
            {askForQuote('primary')}
          </LowerEdge>
        ))}
      {listAction && (
        <button
          formMethod="get"
          formAction={listAction}
          formNoValidate
          className="justify-self-start underline underline-offset-4 hover:text-accent max-sm:min-h-11"
        >
          {t('keepOnList')}
        </button>
      )}
      {box.canBuy && <Reassurance {...box} />}
    </Form>
  );
}

/** Whether it is there, when it comes and until when it may go back. */
function Reassurance({ stock, promise }: Pick<BuyBoxData, 'stock' | 'promise'>) {
  return (
    <ul className="grid gap-2 text-sm">
      <li className={`flex items-center gap-2.5 font-medium ${stockTones[stock.tone]}`}>
        <Box /> {stock.text}
      </li>
      {promise && (
        <>
          <li className="flex items-center gap-2.5 text-ink-soft">
            <Truck /> {promise.delivery}
          </li>
          <li className="flex items-center gap-2.5 text-ink-soft">
            <Refresh /> {promise.returns}
          </li>
        </>
      )}
    </ul>
  );
}

/** Whether something in it is not as the page came. */
const isTouched = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((one) => one.selected !== one.defaultSelected);
    if (!(field instanceof HTMLInputElement)) return false;
    return field.type === 'checkbox' || field.type === 'radio'
      ? field.checked !== field.defaultChecked
      : field.type !== 'hidden' && field.value !== field.defaultValue;
  });
