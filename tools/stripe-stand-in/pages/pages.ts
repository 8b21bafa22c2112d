import { cancelAddress, successAddress } from '../resources/complete-checkout.ts';
import { expireSession } from '../resources/checkout-sessions.ts';
import type { Table, Tables } from '../store.ts';
import { type World, nowSeconds } from '../world.ts';
import { checkoutPage } from './checkout-page.ts';
import { checkoutPost } from './checkout-post.ts';
import { type Page, message } from './layout.ts';
import { authenticationOver, threeDSecurePage, threeDSecurePost } from './three-d-secure-page.ts';
import { type Language, languageFor, wordsFor } from './words.ts';

export type Visit = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly acceptLanguage: string | undefined;
};

function checkout(world: World, visit: Visit, id: string): Page {
  const found = world.store.get('checkout.session', id);
  if (!found) return missing(languageFor(null, visit.acceptLanguage));
  const overdue = found.status === 'open' && found.expires_at <= nowSeconds();
  const session = overdue ? expireSession(world, found) : found;
  const language = languageFor(session.locale, visit.acceptLanguage);
  const words = wordsFor[language];
  if (visit.method === 'POST') return checkoutPost(world, session, visit.form, language);
  if (session.status === 'complete')
    return message(language, {
      heading: words.doneHeading,
      text: words.doneText,
      link: { href: successAddress(session), label: words.toOrder },
    });
  const back = cancelAddress(session);
  if (session.status === 'expired')
    return message(language, {
      heading: words.expiredHeading,
      text: words.expiredText,
      link: back ? { href: back, label: words.back } : null,
    });
  const tried = visit.query.get('try');
  return checkoutPage(world, session, language, tried === null ? null : Number(tried));
}

const missing = (language: Language): Page =>
  message(language, { heading: wordsFor[language].missingHeading, text: '', link: null }, 404);

function bank(world: World, visit: Visit, id: string, over: boolean): Page {
  const asked = find(world, 'authentication', id);
  const session = asked?.session ? find(world, 'checkout.session', asked.session) : undefined;
  const language = languageFor(session?.locale ?? null, visit.acceptLanguage);
  if (!asked) return missing(language);
  if (over) return authenticationOver(language);
  return visit.method === 'POST'
    ? threeDSecurePost(world, asked, visit.form, language)
    : threeDSecurePage(world, asked, language);
}

const find = <T extends Table>(world: World, table: T, id: string): Tables[T] | undefined => world.store.get(table, id);

/** The pages a buyer sees; null for any other address. */
export function visitPage(world: World, visit: Visit): Page | null {
  const [, pay] = /^\/c\/pay\/(\w+)$/.exec(visit.path) ?? [];
  if (pay) return checkout(world, visit, pay);
  const [, asked, over] = /^\/3ds\/(\w+)(\/over)?$/.exec(visit.path) ?? [];
  if (asked) return bank(world, visit, asked, over !== undefined);
  return null;
}
