import { Form, useSearchParams, useSubmit } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { Button } from '../ui/button';

type Props = {
  heading?: 'h1' | 'h2';
  title: string;
  text?: string;
  trail: readonly { to: string; label: string }[];
  /** "24 products", as the language says it. */
  countText: string;
  sort: string;
  sorts: readonly { value: string; label: string }[];
};

export function CategoryHeader({ heading: Heading = 'h1', title, text, trail, countText, sort, sorts }: Props) {
  return (
    <header className="mb-6">
      <Breadcrumbs trail={trail} here={title} />
      <Heading className="font-display text-3xl font-medium">{title}</Heading>
      {text && <p className="mt-2 max-w-text text-ink-soft">{text}</p>}
      <div className="mt-4 flex flex-wrap items-end justify-between gap-3 border-b border-line pb-4">
        <p className="tabular text-ink-soft" role="status">
          {countText}
        </p>
        <SortChooser sort={sort} sorts={sorts} />
      </div>
    </header>
  );
}

/** Keeps every other choice of the address; submits itself where scripts run. */
function SortChooser({ sort, sorts }: Pick<Props, 'sort' | 'sorts'>) {
  const t = useMessages('shop');
  const submit = useSubmit();
  const [search] = useSearchParams();
  const kept = [...search].filter(([name]) => name !== 'sort' && name !== 'cursor');
  return (
    <Form
      className="flex items-end gap-2"
      preventScrollReset
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="sort" className="flex items-center gap-2 text-sm">
        <span className="text-ink-faint">{t('sort')}</span>
        <select
          key={sort}
          id="sort"
          name="sort"
          defaultValue={sort}
          className="min-h-11 rounded border border-control bg-raised px-3"
        >
          {sorts.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <Button>{t('apply')}</Button>
      </noscript>
    </Form>
  );
}
