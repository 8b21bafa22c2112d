import type { ReactNode } from 'react';
import { FieldError, fieldId } from './field';

export type RadioOption = {
  value: string;
  label: string;
  /** What choosing it means: a price, a date. Stands at the end of the row. */
  detail?: ReactNode;
  hint?: string;
  isDisabled?: boolean;
};

type Props = {
  name: string;
  label: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  /** Where the heading above says the same. */
  isLabelHidden?: boolean;
  error?: string;
  onChoose?: (value: string) => void;
};

/** One of a few, each with what it means beside it. */
export function RadioGroup({ name, label, isLabelHidden, options, defaultValue, error, onChoose }: Props) {
  const id = fieldId(name);
  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined} className="grid min-w-0 gap-2">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1.5 font-medium'}>{label}</legend>
      {options.map(({ value, label: text, detail, hint, isDisabled }) => (
        <label
          key={value}
          className="flex min-h-13 items-center gap-3 rounded border border-control bg-raised px-4 py-2.5 has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:disabled]:opacity-55"
        >
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            disabled={isDisabled}
            onChange={onChoose && (() => onChoose(value))}
            className="size-5 shrink-0"
          />
          <span className="min-w-0 grow">
            {text}
            {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
          </span>
          {detail && <span className="tabular font-medium">{detail}</span>}
        </label>
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

/** The same as small tiles in a row: sizes, grinds. */
export function ChoiceTiles({ name, label, options, defaultValue, error, onChoose }: Props) {
  const id = fieldId(name);
  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined} className="min-w-0">
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label: text, isDisabled }) => (
          <label
            key={value}
            className="relative grid min-h-11 min-w-16 place-items-center rounded border border-control bg-raised px-4 hover:border-ink has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:checked]:font-semibold has-[:checked]:ring-1 has-[:checked]:ring-accent has-[:disabled]:text-ink-faint has-[:disabled]:line-through has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              disabled={isDisabled}
              onChange={onChoose && (() => onChoose(value))}
              className="absolute inset-0 opacity-0"
            />
            <bdi>{text}</bdi>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
