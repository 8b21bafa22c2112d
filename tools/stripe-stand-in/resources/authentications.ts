import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { World } from '../world.ts';

/** The bank asks the customer to prove who they are, on its own page. */
export type Authentication = {
  readonly id: string;
  readonly kind: 'payment_intent' | 'setup_intent';
  readonly intent: string;
  readonly method: string;
  readonly returnUrl: string | null;
  /** Set when a hosted payment page waits for the outcome. */
  readonly session: string | null;
  readonly outcome: 'open' | 'passed' | 'failed';
};

export function openAuthentication(
  world: World,
  given: Omit<Authentication, 'id' | 'outcome'>,
): Authentication & { url: string } {
  const opened = world.store.put('authentication', { ...given, id: newId('tds'), outcome: 'open' });
  return { ...opened, url: `${world.origin}/3ds/${opened.id}` };
}

/** The intent a page is about, while it still waits for exactly this page; else null (paid, cancelled, retried). */
export function waitingIntent(world: World, page: Authentication): Stripe.PaymentIntent | Stripe.SetupIntent | null {
  const intent = world.store.find(page.kind, page.intent);
  const waits = intent.status === 'requires_action' && intent.payment_method === page.method;
  return waits && page.outcome === 'open' ? intent : null;
}

/** Where the browser goes after the bank's page, told how it went as Stripe tells it. */
export function returnAddress(world: World, page: Authentication): string | null {
  if (!page.returnUrl) return null;
  const intent = world.store.find(page.kind, page.intent);
  const url = new URL(page.returnUrl);
  url.searchParams.set(page.kind, intent.id);
  url.searchParams.set(`${page.kind}_client_secret`, intent.client_secret ?? '');
  const went = ['succeeded', 'requires_capture', 'processing'].includes(intent.status);
  url.searchParams.set('redirect_status', went ? 'succeeded' : 'failed');
  return url.href;
}
