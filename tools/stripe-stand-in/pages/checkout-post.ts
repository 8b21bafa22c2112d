import type Stripe from 'stripe';
import { Fault } from '../faults.ts';
import { type Buyer, successAddress, tryCheckout } from '../resources/complete-checkout.ts';
import { type CardInput, cardProblem, methodFromCard } from '../resources/payment-methods.ts';
import type { World } from '../world.ts';
import type { Page } from './layout.ts';
import { type Language, type Words, wordsFor } from './words.ts';

type Session = Stripe.Checkout.Session;

/** "04 / 29", "0429" or "04/2029"; zeros when it is no date at all. */
export function readExpiry(text: string): { expMonth: number; expYear: number } {
  const [, month = '0', year = '0'] = /^\s*(\d{1,2})\s*[/.\- ]?\s*(\d{4}|\d{2})\s*$/.exec(text) ?? [];
  return { expMonth: Number(month), expYear: Number(year) + (year.length === 2 ? 2000 : 0) };
}

function fieldProblems(email: string, card: CardInput | null, words: Words): Record<string, string> {
  const problems: Record<string, string> = {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) problems.email = words.needEmail;
  if (!card) return problems;
  if (!card.number) problems.number = words.needNumber;
  else if (cardProblem({ ...card, expMonth: 12, expYear: new Date().getUTCFullYear() + 1, cvc: null }))
    problems.number = words.badNumber;
  const expiry = cardProblem({ ...card, number: '4242424242424242', cvc: null });
  if (expiry) problems.expiry = expiry.code === 'invalid_expiry_month' ? words.badExpiry : words.pastExpiry;
  if (!/^\d{3,4}$/.test(card.cvc ?? '')) problems.cvc = words.badCvc;
  return problems;
}

/** Notes a try that did not succeed and leads back to the form: reloading repeats nothing. */
function again(world: World, session: Session, buyer: Buyer, problems: Record<string, string>): Page {
  const draft = world.store.find('checkout_draft', session.id);
  const number = (draft.lastTry?.number ?? 0) + 1;
  world.store.put('checkout_draft', { ...draft, lastTry: { number, problems, kept: buyer } });
  return { location: `/c/pay/${session.id}?try=${number}` };
}

export function noteDecline(world: World, session: Session, code: string, language: Language): Page {
  const words = wordsFor[language];
  const said = code.includes('authentication') ? 'authentication' : code;
  const kept = world.store.find('checkout_draft', session.id).lastTry?.kept ?? {
    email: session.customer_details?.email ?? '',
    name: session.customer_details?.name ?? '',
    postalCode: session.customer_details?.address?.postal_code ?? '',
    save: false,
  };
  return again(world, session, kept, { card: words.declines[said] ?? words.declines.card_declined ?? '' });
}

function savedMethod(world: World, session: Session, id: string): Stripe.PaymentMethod | null {
  const found = world.store.get('payment_method', id);
  return found && found.customer !== null && found.customer === session.customer ? found : null;
}

/** The pay button. A second press finds the session complete and leads to the same place. */
export function checkoutPost(world: World, session: Session, form: URLSearchParams, language: Language): Page {
  if (session.status === 'complete') return { location: successAddress(session) };
  if (session.status !== 'open') return { location: `/c/pay/${session.id}` };
  const text = (name: string) => (form.get(name) ?? '').trim().slice(0, 200);
  const buyer = {
    email: text('email'),
    name: text('name'),
    postalCode: text('postalCode'),
    save: form.get('save') === 'yes',
  };
  const saved = savedMethod(world, session, text('card'));
  const card = saved
    ? null
    : { number: text('number').replace(/[\s-]/g, ''), ...readExpiry(text('expiry')), cvc: text('cvc') };
  const problems = fieldProblems(buyer.email, card, wordsFor[language]);
  if (Object.keys(problems).length) return again(world, session, buyer, problems);

  const draft = world.store.find('checkout_draft', session.id);
  world.store.put('checkout_draft', {
    ...draft,
    lastTry: { number: draft.lastTry?.number ?? 0, problems: {}, kept: buyer },
  });
  const refusedWith = (code: string) =>
    noteDecline(world, world.store.find('checkout.session', session.id), code, language);
  try {
    const method =
      saved ??
      methodFromCard(world, card as CardInput, {
        email: buyer.email,
        name: buyer.name,
        address: { postal_code: buyer.postalCode || undefined },
      });
    const tried = tryCheckout(world, session, method, buyer);
    if (tried.outcome === 'authenticate') return { location: tried.url };
    if (tried.outcome === 'declined') return refusedWith(tried.code);
    return { location: successAddress(session) };
  } catch (fault) {
    if (fault instanceof Fault && fault.status === 402)
      return refusedWith(fault.body.decline_code ?? fault.body.code ?? '');
    throw fault;
  }
}
