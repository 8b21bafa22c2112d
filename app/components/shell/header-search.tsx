import { Form, Link } from '@remix-run/react';
import { useEffect } from 'react';
import { useLocalePath, useMessages } from '../i18n/words';
import { Magnifier } from '../ui/icons/shop';
import { useLiveAnswer } from '../ui/use-live-answer';

export type Suggestion = { readonly to: string; readonly title: string };

/** Where one looks for something. While one types, what it may be stands below as links; Escape puts them away. */
export function HeaderSearch({ address }: { address: string }) {
  const t = useMessages('shell');
  const to = useLocalePath();
  const { suggestions, ask, clear } = useSuggestions();
  useEffect(clear, [address, clear]);
  return (
    <Form
      role="search"
      action={to('/search')}
      className="group/search relative mx-auto w-full max-w-[34rem]"
      onSubmit={clear}
      onKeyDown={(event) => event.key === 'Escape' && clear()}
    >
      <label htmlFor="header-search" className="sr-only">
        {t('search')}
      </label>
      <input
        id="header-search"
        type="search"
        name="q"
        enterKeyHint="search"
        autoComplete="off"
        placeholder={t('searchPlaceholder')}
        onChange={(event) => ask(event.target.value)}
        className="min-h-11 w-full rounded border border-control bg-raised ps-10 pe-3 text-ink placeholder:text-ink-faint"
      />
      <Magnifier className="pointer-events-none absolute start-3 top-3 size-5 text-ink-faint" />
      {suggestions.length > 0 && (
        <ul
          aria-label={t('suggestions')}
          className="absolute inset-x-0 top-full z-40 mt-1 hidden overflow-hidden rounded border border-line bg-raised py-1 shadow-float group-focus-within/search:block"
        >
          {suggestions.map((one) => (
            <li key={one.to}>
              <Link
                to={one.to}
                prefetch="intent"
                onClick={clear}
                className="block px-4 py-2 text-ink no-underline hover:bg-sunken focus-visible:bg-sunken"
              >
                {one.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Form>
  );
}

const none: readonly Suggestion[] = [];

/** Asks a moment after the last letter; an answer to what is no longer typed is not shown. */
function useSuggestions() {
  const to = useLocalePath();
  const { answer, ask: question, forget: clear } = useLiveAnswer<{ suggestions: Suggestion[] }>();
  const ask = (typed: string) => {
    const text = typed.trim();
    if (text.length > 1) question(to('/suggest'), new URLSearchParams({ q: text }));
    else clear();
  };
  return { suggestions: answer?.suggestions ?? none, ask, clear };
}
