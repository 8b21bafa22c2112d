import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import type { translator } from '#app/messages/translate.server.ts';

/** A line's plan, modules and term in one line of text; empty where it has none. */
export function configurationWords(
  { plan, modules = [], term }: LineConfiguration,
  t: ReturnType<typeof translator<'quotes'>>,
): string {
  return [
    plan,
    ...modules.map(({ code, quantity }) => (quantity === undefined ? code : `${code} × ${quantity}`)),
    term && t('months', { count: term }),
  ]
    .filter(Boolean)
    .join(', ');
}
