import { Form, Link, useSearchParams, useSubmit } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { controlLook } from '../ui/field';
import { ChevronDown } from '../ui/icons/arrows';
import { Cross } from '../ui/icons/signs';

export type Facet = {
  /** The name of the search parameter: "attr.roast". */
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
};

type Props = {
  facets: readonly Facet[];
  /** The range asked for and the currency it is in; absent where no price filter makes sense. */
  price?: { least: string; most: string; currency: string };
};

/** What narrows the shelf. A plain GET form: every choice is in the address; it submits itself where scripts run. */
export function FacetPanel({ facets, price }: Props) {
  const t = useMessages('shop');
  const submit = useSubmit();
  const [search] = useSearchParams();
  const own = new Set([...facets.map(({ name }) => name), 'price_min', 'price_max', 'cursor']);
  const kept = [...search].filter(([name]) => !own.has(name));
  return (
    <Form
      preventScrollReset
      onChange={(event) => {
        const field: EventTarget = event.target;
        if (field instanceof HTMLInputElement && field.type === 'checkbox')
          submit(event.currentTarget, { preventScrollReset: true });
      }}
    >
      <details className="open-from-lg group/filters">
        <summary className="mb-2 flex min-h-11 items-center justify-between rounded border border-control bg-raised px-4 font-medium">
          {t('filters')}
          <ChevronDown className="size-5 transition-transform group-open/filters:rotate-180" />
        </summary>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {facets.map(({ name, label, values }) => (
          <Disclosure key={name} title={label} isOpen>
            <fieldset>
              <legend className="sr-only">{label}</legend>
              <div className="max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-5">
                {values.map(({ value, label: text, count }) => (
                  <label key={value} className="flex min-h-11 items-center gap-3 leading-tight lg:min-h-10">
                    <FacetBox name={name} value={value} isChosen={search.getAll(name).includes(value)} />
                    <span className="grow text-ink">{text}</span>
                    <span className="tabular text-sm text-ink-faint">{count}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          </Disclosure>
        ))}
        {price && (
          <Disclosure title={t('price', { currency: price.currency })} isOpen>
            <div className="grid grid-cols-2 gap-3">
              {(['price_min', 'price_max'] as const).map((name) => (
                <label key={name} className="grid gap-1 text-sm">
                  {t(name === 'price_min' ? 'priceLeast' : 'priceMost')}
                  <input
                    key={search.get(name)}
                    name={name}
                    inputMode="decimal"
                    defaultValue={search.get(name) ?? ''}
                    placeholder={name === 'price_min' ? price.least : price.most}
                    className={`${controlLook} tabular`}
                  />
                </label>
              ))}
            </div>
          </Disclosure>
        )}
        <div className="max-lg:sticky max-lg:bottom-0 max-lg:bg-paper max-lg:pb-3 pt-4">
          <Button wide>{t('apply')}</Button>
        </div>
      </details>
    </Form>
  );
}

/** Keeps its element, and so the focus, while the address changes under it. */
function FacetBox({ name, value, isChosen }: { name: string; value: string; isChosen: boolean }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.checked = isChosen;
  }, [isChosen]);
  return (
    <input ref={box} type="checkbox" name={name} value={value} defaultChecked={isChosen} className="size-5 shrink-0" />
  );
}

/** What is narrowed now, each a link that takes it away again. */
export function FilterChips({ facets }: { facets: readonly Facet[] }) {
  const t = useMessages('shop');
  const [search] = useSearchParams();
  const chosen = facets.flatMap(({ name, values }) =>
    values
      .filter(({ value }) => search.getAll(name).includes(value))
      .map(({ value, label }) => ({ name, value, label })),
  );
  if (chosen.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap gap-2">
      {chosen.map(({ name, value, label }) => {
        const without = new URLSearchParams([...search].filter(([n, v]) => !(n === name && v === value)));
        without.delete('cursor');
        return (
          <li key={`${name} ${value}`}>
            <Link
              to={`?${without.toString()}`}
              preventScrollReset
              aria-label={t('removeFilter', { filter: label })}
              className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-control bg-raised px-3 text-sm text-ink no-underline hover:border-ink"
            >
              {label} <Cross className="size-4" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
