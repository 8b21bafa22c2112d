import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Locale, isLocale, localePath } from '#app/domain/i18n/locales.ts';

type LinkSettings = { origin: string; secret: string };

/** Opens one order to whoever was sent it, without signing anybody in; good for ever, as a receipt is. */
export const orderKey = (settings: Pick<LinkSettings, 'secret'>, orderId: string): string =>
  createHmac('sha256', settings.secret).update(`order:${orderId}`).digest('base64url');

export function isOrderKey(settings: Pick<LinkSettings, 'secret'>, orderId: string, given: string): boolean {
  const expected = Buffer.from(orderKey(settings, orderId));
  const said = Buffer.from(given);
  return said.length === expected.length && timingSafeEqual(said, expected);
}

type OrderToLink = { id: string; number: string; locale: string };

/** The whole address, as a mail needs it. */
export const orderUrl = (settings: LinkSettings, order: OrderToLink): string => linkTo(settings, order, '');

/** Where it is ordered again: the page asks for signing in, and shows what has changed before anything is ordered. */
export const reorderUrl = (settings: LinkSettings, order: OrderToLink): string => linkTo(settings, order, '/reorders');

function linkTo(settings: LinkSettings, order: OrderToLink, page: string): string {
  const locale: Locale = isLocale(order.locale) ? order.locale : 'en';
  return settings.origin + localePath(`/orders/${order.number}${page}?key=${orderKey(settings, order.id)}`, locale);
}
