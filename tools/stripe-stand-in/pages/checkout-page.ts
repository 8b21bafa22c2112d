import type Stripe from 'stripe';
import type { CheckoutDraft, LastTry } from '../resources/checkout-draft.ts';
import { cancelAddress, offersToSave } from '../resources/complete-checkout.ts';
import type { World } from '../world.ts';
import { type Markup, html } from './html.ts';
import { type Page, page } from './layout.ts';
import { type Language, type Words, wordsFor, writtenAmount } from './words.ts';

type Session = Stripe.Checkout.Session;
type Field = {
  name: string;
  label: string;
  autocomplete: string;
  mode: string;
  value?: string;
  hint?: string;
  type?: string;
};

function field(given: Field, problem: string | undefined): Markup {
  const { name, label, hint } = given;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return html`<div class="field">
    <div class="head">
      <label for="${name}">${label}</label>${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}
    </div>
    <input
      id="${name}"
      name="${name}"
      type="${given.type ?? 'text'}"
      inputmode="${given.mode}"
      autocomplete="${given.autocomplete}"
      value="${given.value}"
      maxlength="200"
      ${described && html`aria-describedby="${described}"`}
      ${problem && html`aria-invalid="true"`}
    />
    ${problem && html`<p class="problem" id="${name}-problem">${problem}</p>`}
  </div>`;
}

function problemSummary(tried: LastTry, words: Words): Markup {
  const { card, ...fields } = tried.problems;
  if (card)
    return html`<div class="summary" role="alert">
      <h2>${words.declinedHeading}</h2>
      <p>${card} ${words.tryAnother}</p>
    </div>`;
  return html`<div class="summary" role="alert">
    <h2>${words.problems}</h2>
    <ul>
      ${Object.entries(fields).map(([name, problem]) => html`<li><a href="#${name}">${problem}</a></li>`)}
    </ul>
  </div>`;
}

function orderSummary(session: Session, draft: CheckoutDraft, language: Language): Markup {
  const words = wordsFor[language];
  const amount = (minor: number) => writtenAmount(minor, session.currency ?? 'eur', language);
  const total = amount(session.amount_total ?? 0);
  return html`<section class="card order" aria-label="${words.order}">
    <h2>${words.order}</h2>
    <p class="amount">${total}</p>
    <ul class="lines">
      ${draft.lines.map(
        (line) =>
          html`<li>
            <span>${(line.quantity ?? 1) > 1 && `${line.quantity} × `}${line.description}</span
            ><span>${amount(line.amount_total)}</span>
          </li>`,
      )}
    </ul>
    <p class="sum"><span>${words.total}</span><span>${total}</span></p>
  </section>`;
}

function savedCards(world: World, session: Session, words: Words): Markup | null {
  if (session.mode !== 'payment' || typeof session.customer !== 'string') return null;
  const cards = [...world.store.newestFirst('payment_method')].filter(
    ({ customer, allow_redisplay }) => customer === session.customer && allow_redisplay === 'always',
  );
  if (!cards.length) return null;
  return html`<fieldset>
    <legend>${words.savedCards}</legend>
    <label class="choice"><input type="radio" name="card" value="new" checked /> ${words.another}</label>
    ${cards.map(
      ({ id, card }) =>
        html`<label class="choice"
          ><input type="radio" name="card" value="${id}" /> ${words.ending(
            (card?.brand ?? '').replace(/^./, (first) => first.toUpperCase()),
            card?.last4 ?? '',
          )}</label
        >`,
    )}
  </fieldset>`;
}

function savingChoice(session: Session, draft: CheckoutDraft, tried: LastTry | null, words: Words): Markup | null {
  if (session.mode === 'payment' && draft.intentData.setup_future_usage)
    return html`<p class="hint">${words.savedAlways}</p>`;
  if (!offersToSave(session)) return null;
  return html`<label class="choice"
    ><input type="checkbox" name="save" value="yes" ${tried?.kept.save && html`checked`} /> ${words.saveCard}</label
  >`;
}

/** The payment page. What was typed stays after a refusal, but never the card number or the security code. */
export function checkoutPage(world: World, session: Session, language: Language, tryNumber: number | null): Page {
  const words = wordsFor[language];
  const draft = world.store.find('checkout_draft', session.id);
  const tried = draft.lastTry?.number === tryNumber ? draft.lastTry : null;
  const known = typeof session.customer === 'string' ? world.store.get('customer', session.customer) : undefined;
  const email = tried?.kept.email ?? session.customer_email ?? known?.email ?? '';
  const isSetup = session.mode === 'setup';
  const heading = isSetup ? words.saveHeading : words.payHeading;
  const button = isSetup
    ? words.save
    : words.pay(writtenAmount(session.amount_total ?? 0, session.currency ?? 'eur', language));
  const back = cancelAddress(session);
  const input = (given: Field) => field(given, tried?.problems[given.name]);
  return page(
    language,
    tried ? `${words.declinedHeading}: ${heading}` : heading,
    html`${back && html`<a class="back" href="${back}">← ${words.back}</a>`}
      <div class="columns">
        ${!isSetup && orderSummary(session, draft, language)}
        <section class="card">
          <h1>${heading}</h1>
          ${tried && problemSummary(tried, words)}
          <form method="post" action="/c/pay/${session.id}" novalidate>
            ${input({ name: 'email', label: words.email, autocomplete: 'email', mode: 'email', type: 'email', value: email })}
            ${savedCards(world, session, words)}
            ${input({ name: 'number', label: words.number, autocomplete: 'cc-number', mode: 'numeric' })}
            <div class="pair">
              ${input({ name: 'expiry', label: words.expiry, autocomplete: 'cc-exp', mode: 'numeric', hint: words.expiryHint })}
              ${input({ name: 'cvc', label: words.cvc, autocomplete: 'cc-csc', mode: 'numeric' })}
            </div>
            ${input({ name: 'name', label: words.name, autocomplete: 'cc-name', mode: 'text', hint: words.optional, value: tried?.kept.name })}
            ${input({ name: 'postalCode', label: words.postalCode, autocomplete: 'postal-code', mode: 'text', hint: words.optional, value: tried?.kept.postalCode })}
            ${savingChoice(session, draft, tried, words)}
            <button class="button" type="submit">${button}</button>
          </form>
        </section>
      </div>`,
  );
}
