import { Link, type LinkProps, useNavigation } from '@remix-run/react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { type ButtonSize, type ButtonTone, buttonClasses } from './button-classes';

type Look = { tone?: ButtonTone; size?: ButtonSize; wide?: boolean; icon?: ReactNode };

export type ButtonProps = Look & { isPending?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

/** Says what happens. While its act is under way it keeps its name and shows that it works. */
export function Button({
  tone = 'quiet',
  size = 'normal',
  wide = false,
  icon,
  isPending = false,
  type = 'submit',
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={isPending || undefined}
      className={`${buttonClasses(tone, size, wide)} ${className}`}
      {...rest}
    >
      {isPending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A submit button that is pending while the form of this action is on its way, until the page it leads to is there. */
export function SubmitButton({ action, ...rest }: ButtonProps & { action?: string }) {
  const navigation = useNavigation();
  const isUnderWay = action ? navigation.formAction?.split('?')[0] === action : navigation.state === 'submitting';
  return <Button isPending={isUnderWay} {...rest} />;
}

export function ButtonLink({
  tone = 'quiet',
  size = 'normal',
  wide = false,
  icon,
  isPending = false,
  className = '',
  children,
  ...rest
}: Look & { isPending?: boolean } & LinkProps) {
  return (
    <Link aria-busy={isPending || undefined} className={`${buttonClasses(tone, size, wide)} ${className}`} {...rest}>
      {isPending ? <Spinner /> : icon}
      {children}
    </Link>
  );
}

const Spinner = () => (
  <span
    aria-hidden="true"
    className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-e-transparent"
  />
);
