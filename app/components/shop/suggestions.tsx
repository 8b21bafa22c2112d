import { Form, Link } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { newLine } from '../shell/cart-count';
import { SubmitButton } from '../ui/button';

export type SuggestionData = {
  readonly sku: string;
  readonly to: string;
  readonly title: string;
  /** A plain decimal, as it goes into the cart. */
  readonly quantity: string;
  readonly quantityText: string;
  /** "You usually order this every 14 days; last on 3 Nov." */
  readonly reason: string;
};

/** What this buyer usually has ordered again by now, each with the reason why it stands here. */
export function Suggestions({ suggestions }: { suggestions: readonly SuggestionData[] }) {
  const t = useMessages('suggestions');
  const to = useLocalePath();
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="time-again" className="grid gap-4">
      <h2 id="time-again" className="font-display text-2xl font-medium">
        {t('title')}
      </h2>
      <ul className="grid gap-x-8 md:grid-cols-2">
        {suggestions.map(({ sku, to: page, title, quantity, quantityText, reason }) => (
          <li key={sku} className="flex flex-wrap items-center gap-3 border-b border-line py-3">
            <span className="min-w-0 grow basis-48">
              <Link to={page} className="font-medium">
                {title}
              </Link>
              <span className="block text-sm text-ink-soft">{reason}</span>
            </span>
            <Form method="post" action={to('/cart/lines')}>
              <BuyingAsField />
              <input type="hidden" name="sku" value={sku} />
              <input type="hidden" name="quantity" value={quantity} />
              <SubmitButton size="small" {...newLine}>
                {t('add', { quantity: quantityText })}
                <span className="sr-only"> {title}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
