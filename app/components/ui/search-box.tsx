import { Form } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { Button } from './button';
import { controlLook } from './field';
import { Magnifier } from './icons/shop';

type Props = {
  action?: string;
  name?: string;
  defaultValue?: string;
  placeholder?: string;
  id?: string;
  /** "Search orders" where "Search" alone would not tell. */
  label?: string;
};

/** Finds within this page's list; what is searched for stands in the address. */
export function SearchBox({ action, name = 'q', defaultValue, placeholder, id = 'search-box', label }: Props) {
  const t = useMessages('shell');
  return (
    <Form action={action} className="flex max-w-text gap-2">
      <label htmlFor={id} className="sr-only">
        {label ?? t('search')}
      </label>
      <input
        id={id}
        type="search"
        name={name}
        defaultValue={defaultValue}
        placeholder={placeholder}
        enterKeyHint="search"
        className={controlLook}
      />
      <Button icon={<Magnifier />}>{t('search')}</Button>
    </Form>
  );
}
