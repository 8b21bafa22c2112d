import { Form } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useLocalePath, useMessages } from '../i18n/words';
import { Magnifier } from '../ui/icons/shop';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select') || target.closest('dialog') !== null);

/** One box for everything the store keeps, or a seller's portfolio. "/" leads to it from anywhere on the page. */
export function OfficeSearch({ action = '/admin/search' }: { action?: '/admin/search' | '/sales/search' }) {
  const t = useMessages('office');
  const to = useLocalePath();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);
  return (
    <Form role="search" action={to(action)} className="relative w-full sm:max-w-96">
      <label htmlFor="office-search" className="sr-only">
        {t('searchAll')}
      </label>
      <input
        ref={box}
        id="office-search"
        type="search"
        name="q"
        maxLength={100}
        enterKeyHint="search"
        autoComplete="off"
        aria-keyshortcuts="/"
        placeholder={t('searchAllHint')}
        className="min-h-11 w-full rounded border border-control bg-raised ps-10 pe-3 text-ink placeholder:text-ink-faint"
      />
      <Magnifier className="pointer-events-none absolute start-3 top-3 size-5 text-ink-faint" />
    </Form>
  );
}
