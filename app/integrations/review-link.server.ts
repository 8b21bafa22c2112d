import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { readSignedId, signedId } from './signature.server';

type LinkSettings = { origin: string; secret: string };

/** Names one order and lets its bearer review what it brought, nothing else: neither the order nor an account opens. */
export const reviewToken = (settings: Pick<LinkSettings, 'secret'>, orderId: string): string =>
  signedId(settings, 'review', orderId);

export function readReviewToken(settings: Pick<LinkSettings, 'secret'>, token: string): { orderId: string } | null {
  const orderId = readSignedId(settings, 'review', token);
  return orderId === null ? null : { orderId };
}

export const reviewUrl = (settings: LinkSettings, p: { orderId: string; locale: string }): string =>
  settings.origin + localePath(`/reviews/${reviewToken(settings, p.orderId)}`, isLocale(p.locale) ? p.locale : 'en');
