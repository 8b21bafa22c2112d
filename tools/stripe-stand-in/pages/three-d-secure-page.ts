import { type Authentication, returnAddress, waitingIntent } from '../resources/authentications.ts';
import { finishCheckout, successAddress } from '../resources/complete-checkout.ts';
import { settleAuthentication } from '../resources/settle-authentication.ts';
import type { World } from '../world.ts';
import { noteDecline } from './checkout-post.ts';
import { html } from './html.ts';
import { type Page, message, page } from './layout.ts';
import { type Language, wordsFor, writtenAmount } from './words.ts';

/** The bank's page: two buttons, like the one Stripe shows for its test cards. */
export function threeDSecurePage(world: World, asked: Authentication, language: Language): Page {
  const words = wordsFor[language];
  const intent = waitingIntent(world, asked);
  if (!intent) return { location: whereNext(world, asked) ?? `/3ds/${asked.id}/over` };
  const { last4 } = world.store.find('card_traits', asked.method);
  return page(
    language,
    words.bankHeading,
    html`<section class="card lone">
      <h1>${words.bankHeading}</h1>
      ${intent.object === 'payment_intent' && html`<p class="amount">${writtenAmount(intent.amount, intent.currency, language)}</p>`}
      <p>${intent.object === 'payment_intent' ? words.bankText(last4) : words.bankSetupText(last4)}</p>
      <form method="post" action="/3ds/${asked.id}">
        <button class="button" type="submit" name="answer" value="complete">${words.complete}</button>
        <button class="button quiet" type="submit" name="answer" value="fail">${words.fail}</button>
      </form>
    </section>`,
  );
}

export function threeDSecurePost(world: World, asked: Authentication, form: URLSearchParams, language: Language): Page {
  const wasWaiting = waitingIntent(world, asked) !== null;
  settleAuthentication(world, asked, form.get('answer') === 'complete');
  const intent = world.store.find(asked.kind, asked.intent);
  if (!asked.session) return { location: whereNext(world, asked) ?? `/3ds/${asked.id}/over` };
  if (['succeeded', 'requires_capture'].includes(intent.status)) finishCheckout(world, asked.session);
  else if (wasWaiting) {
    const error = intent.object === 'payment_intent' ? intent.last_payment_error : intent.last_setup_error;
    const session = world.store.find('checkout.session', asked.session);
    return noteDecline(world, session, error?.decline_code ?? error?.code ?? 'card_declined', language);
  }
  return { location: whereNext(world, asked) ?? `/c/pay/${asked.session}` };
}

function whereNext(world: World, asked: Authentication): string | null {
  if (!asked.session) return returnAddress(world, asked);
  const session = world.store.find('checkout.session', asked.session);
  return session.status === 'complete' ? successAddress(session) : `/c/pay/${session.id}`;
}

export const authenticationOver = (language: Language): Page =>
  message(language, { heading: wordsFor[language].bankDoneHeading, text: wordsFor[language].bankDoneText, link: null });
