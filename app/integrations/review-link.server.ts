import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { isSigned, sign } from './signature.server';

type LinkSettings = { origin: string; secret: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names one order and lets its bearer review what it brought, nothing else: neither the order nor an account opens. */
export const reviewToken = (settings: Pick<LinkSettings, 'secret'>, orderId: string): string =>
  `${orderId}.${sign(settings, `review:${orderId}`)}`;

export function readReviewToken(settings: Pick<LinkSettings, 'secret'>, token: string): { orderId: string } | null {
  const [orderId = '', signature = ''] = token.split('.');
  return uuid.test(orderId) && isSigned(settings, `review:${orderId}`, signature) ? { orderId } : null;
}

export const reviewUrl = (settings: LinkSettings, p: { orderId: string; locale: string }): string =>
  settings.origin + localePath(`/reviews/${reviewToken(settings, p.orderId)}`, isLocale(p.locale) ? p.locale : 'en');
