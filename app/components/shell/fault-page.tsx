import { isRouteErrorResponse, useLocation } from '@remix-run/react';
import { type Locale, localePath, locales } from '#app/domain/i18n/locales.ts';
import { formatMessage } from '#app/domain/i18n/format-message.ts';
import { errors as german } from '#app/messages/de/errors.ts';
import { errors as english } from '#app/messages/en/errors.ts';
import { buttonClasses } from '../ui/button-classes';
import { controlLook } from '../ui/field';
import { Wordmark } from './wordmark';

type Fault = 'notFound' | 'forbidden' | 'away' | 'fault';

export function faultOf(error: unknown): Fault {
  if (!isRouteErrorResponse(error)) return 'fault';
  if (error.status === 404) return 'notFound';
  if (error.status === 403 || error.status === 401) return 'forbidden';
  return error.status === 503 ? 'away' : 'fault';
}

/** The page for what went wrong. It needs nothing but its own words: whatever else failed, this still renders. */
export function FaultPage({ error, locale, requestId }: { error: unknown; locale: Locale; requestId?: string }) {
  const words = locale === 'de' ? german : english;
  const fault = faultOf(error);
  const { pathname, search } = useLocation();
  return (
    <div className="flex min-h-dvh flex-col" lang={locale === 'de' ? 'de' : 'en'} dir={locales[locale].dir}>
      <header className="content-width py-4">
        <a href={localePath('/', locale)} className="text-ink no-underline">
          <Wordmark />
        </a>
      </header>
      <main
        id="content"
        className="content-width grid grow place-content-center justify-items-center gap-5 pb-24 text-center"
      >
        <FaultDrawing fault={fault} />
        <h1 className="font-display text-3xl font-medium">{words[`${fault}Title`]}</h1>
        <p className="max-w-text text-lg text-ink-soft">{words[`${fault}Text`]}</p>
        {fault === 'notFound' && (
          <form action={localePath('/search', locale)} role="search" className="flex w-full max-w-field gap-2">
            <input
              type="search"
              name="q"
              required
              aria-label={words.search}
              placeholder={words.searchLabel}
              className={controlLook}
            />
            <button className={buttonClasses('quiet', 'normal', false)}>{words.search}</button>
          </form>
        )}
        <p className="flex flex-wrap justify-center gap-3">
          <a href={localePath('/', locale)} className={buttonClasses('primary', 'normal', false)}>
            {words.home}
          </a>
          {(fault === 'fault' || fault === 'away') && (
            <a href={pathname + search} className={buttonClasses('quiet', 'normal', false)}>
              {words.tryAgain}
            </a>
          )}
        </p>
        {requestId && fault === 'fault' && (
          <p className="text-sm text-ink-faint">{formatMessage(words.reference, { id: requestId })}</p>
        )}
      </main>
    </div>
  );
}

/** A cup: empty when nothing is there, tipped when we broke it, steaming behind a closed lid when we are away. */
function FaultDrawing({ fault }: { fault: Fault }) {
  const tilt = fault === 'fault' ? 'rotate(24 60 70)' : undefined;
  return (
    <svg viewBox="0 0 120 110" className="h-36 w-auto" aria-hidden="true" focusable="false">
      <ellipse cx="60" cy="99" rx="46" ry="5" fill="var(--color-sunken)" />
      <g transform={tilt}>
        <path d="M30 46h54l-5 38a10 10 0 0 1-10 9H45a10 10 0 0 1-10-9l-5-38Z" fill="var(--color-accent-soft)" />
        <path d="M83 54h8a10 10 0 0 1 0 20h-10" fill="none" stroke="var(--color-accent)" strokeWidth="4" />
        <path
          d="M30 46h54l-5 38a10 10 0 0 1-10 9H45a10 10 0 0 1-10-9l-5-38Z"
          fill="none"
          stroke="var(--color-accent)"
          strokeWidth="4"
          strokeLinejoin="round"
        />
        {(fault === 'away' || fault === 'forbidden') && (
          <path d="M25 46c2-9 14-12 32-12s30 3 32 12Z" fill="var(--color-accent)" />
        )}
      </g>
      {fault === 'fault' && <path d="M84 96c10-4 20-3 26 1-6 4-20 5-26-1Z" fill="var(--color-accent)" />}
      {fault === 'notFound' && (
        <path
          d="M44 32c-4-6 4-9 0-15M58 32c-4-6 4-9 0-15M72 32c-4-6 4-9 0-15"
          fill="none"
          stroke="var(--color-line)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray="1 6"
        />
      )}
    </svg>
  );
}
