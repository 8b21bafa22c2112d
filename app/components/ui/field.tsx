import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useId } from 'react';
import { useMessages } from '../i18n/words';
import { Warning } from './icons/signs';

export const controlLook =
  'min-h-11 w-full rounded border border-control bg-raised px-3 py-2 text-base text-ink placeholder:text-ink-faint hover:border-ink disabled:bg-sunken disabled:text-ink-faint aria-[invalid]:border-bad aria-[invalid]:ring-1 aria-[invalid]:ring-bad';

type About = { label: string; hint?: ReactNode; error?: string; isOptional?: boolean; isLabelHidden?: boolean };

/** The ids that tie label, hint and error to a control; the control's own id is its name's, so that a summary of
 *  errors can link to it. */
function useTies(name: string | undefined, id: string | undefined, { hint, error }: Pick<About, 'hint' | 'error'>) {
  const made = useId();
  const own = id ?? (name ? fieldId(name) : made);
  const describedBy = [hint ? `${own}-hint` : '', error ? `${own}-error` : ''].filter(Boolean).join(' ');
  return {
    id: own,
    aria: { 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? (true as const) : undefined },
  };
}

export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

function Frame({
  id,
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  children,
}: About & { id: string; children: ReactNode }) {
  const t = useMessages('shell');
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-medium'}>
        {label}
        {isOptional && <span className="font-normal text-ink-faint"> ({t('optional')})</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-bad">
      <Warning className="mt-0.5 size-4" />
      {error}
    </p>
  );
}

export type TextFieldProps = About & InputHTMLAttributes<HTMLInputElement>;

/** One line of text. `type`, `inputMode` and `autoComplete` bring up the right keyboard and what is known already. */
export function TextField({
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  id,
  className = '',
  ...input
}: TextFieldProps) {
  const ties = useTies(input.name, id, { hint, error });
  return (
    <Frame {...{ label, hint, error, isOptional, isLabelHidden }} id={ties.id}>
      <input {...input} {...ties.aria} id={ties.id} className={`${controlLook} ${className}`} />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  id,
  ...area
}: About & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const ties = useTies(area.name, id, { hint, error });
  return (
    <Frame {...{ label, hint, error, isOptional, isLabelHidden }} id={ties.id}>
      <textarea rows={4} {...area} {...ties.aria} id={ties.id} className={controlLook} />
    </Frame>
  );
}

export type Option = { value: string; label: string; isDisabled?: boolean };

export function SelectField({
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  id,
  options,
  ...select
}: About & { options: readonly Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const ties = useTies(select.name, id, { hint, error });
  return (
    <Frame {...{ label, hint, error, isOptional, isLabelHidden }} id={ties.id}>
      <select {...select} {...ties.aria} id={ties.id} className={controlLook}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function Checkbox({ label, hint, error, id, ...input }: Omit<TextFieldProps, 'type'>) {
  const ties = useTies(input.name, id, { hint, error });
  return (
    <div className="grid gap-1">
      <label htmlFor={ties.id} className="flex min-h-11 items-center gap-3 py-1.5">
        <input {...input} {...ties.aria} id={ties.id} type="checkbox" className="size-5 shrink-0" />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${ties.id}-hint`} className="-mt-2 ms-8 text-sm text-ink-faint">
          {hint}
        </p>
      )}
      <FieldError id={`${ties.id}-error`} error={error} />
    </div>
  );
}
