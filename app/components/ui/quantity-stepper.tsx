import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/words';
import { FieldError, fieldId } from './field';
import { Minus, Plus } from './icons/signs';

type Props = {
  name?: string;
  id?: string;
  defaultValue?: string;
  least?: string;
  most?: string;
  step?: string;
  error?: string;
  /** The id of what is counted: read out after the name, where a page has several. */
  describedBy?: string;
  isLabelHidden?: boolean;
  onChange?: (value: string) => void;
  /** Called with the form after a step: buttons raise no change event of their own. */
  onStep?: (form: HTMLFormElement) => void;
};

/** How many. A number field for everyone; where scripts run its two buttons stand there from the beginning, so that nothing
 *  moves when they wake up. */
export function QuantityStepper({
  name = 'quantity',
  id = fieldId(name),
  defaultValue = '1',
  least = '1',
  most,
  step = '1',
  error,
  describedBy,
  isLabelHidden = false,
  onChange,
  onStep,
}: Props) {
  const t = useMessages('shell');
  const input = useRef<HTMLInputElement>(null);

  const given = useRef(defaultValue);
  // A new value from outside takes the place of the one before, not of what is being typed.
  useEffect(() => {
    if (input.current && input.current.value === given.current) input.current.value = defaultValue;
    given.current = defaultValue;
  }, [defaultValue]);

  const move = (by: 1 | -1) => {
    const field = input.current;
    if (!field) return;
    if (by > 0) field.stepUp();
    else field.stepDown();
    onChange?.(field.value);
    if (field.form) onStep?.(field.form);
  };
  const button = 'grid size-11 place-items-center text-ink-soft hover:bg-sunken hover:text-ink noscript:hidden';

  return (
    <div className="grid justify-items-start gap-1.5">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-medium'}>
        {t('quantity')}
      </label>
      <div className="inline-flex overflow-hidden rounded border border-control bg-raised has-[[aria-invalid]]:border-bad">
        <button type="button" aria-label={t('lessOf')} onClick={() => move(-1)} className={button}>
          <Minus className="size-4" />
        </button>
        <input
          ref={input}
          id={id}
          name={name}
          type="number"
          inputMode={step.includes('.') ? 'decimal' : 'numeric'}
          required
          autoComplete="off"
          min={least}
          max={most}
          step={step}
          defaultValue={defaultValue}
          onChange={onChange && ((event) => onChange(event.target.value))}
          aria-invalid={error ? true : undefined}
          aria-describedby={[describedBy, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          className="tabular w-16 [appearance:textfield] bg-transparent py-2 text-center -outline-offset-2 [&::-webkit-inner-spin-button]:appearance-none"
        />
        <button type="button" aria-label={t('moreOf')} onClick={() => move(1)} className={button}>
          <Plus className="size-4" />
        </button>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
