import { type Locale, isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { isSigned, isUuid, readSignedId, sign, signedId } from './signature.server';

type LinkSettings = { origin: string; secret: string };

export const restoreLinkDays = 14;

/** Names one reminder and the moment its link ends. Opens a cart, never an account. */
export function restoreToken(settings: Pick<LinkSettings, 'secret'>, p: { reminderId: string; at: Date }): string {
  const until = Math.floor(p.at.getTime() / 1000) + restoreLinkDays * 86_400;
  return `${p.reminderId}.${until}.${sign(settings, `restore:${p.reminderId}:${until}`)}`;
}

/** The reminder the token names; null when it was forged, `expired` when its days are over. */
export function readRestoreToken(
  settings: Pick<LinkSettings, 'secret'>,
  token: string,
  at: Date,
): { reminderId: string } | 'expired' | null {
  const [reminderId = '', until = '', signature = ''] = token.split('.');
  if (!isUuid(reminderId) || !isSigned(settings, `restore:${reminderId}:${until}`, signature)) return null;
  return Number(until) * 1000 < at.getTime() ? 'expired' : { reminderId };
}

/** Good for ever: whoever wants to hear no more can say so years later. */
export const unsubscribeToken = (settings: Pick<LinkSettings, 'secret'>, contactId: string): string =>
  signedId(settings, 'unsubscribe', contactId);

export const readUnsubscribeToken = (settings: Pick<LinkSettings, 'secret'>, token: string): string | null =>
  readSignedId(settings, 'unsubscribe', token);

const inLocale = (path: string, locale: string): string =>
  localePath(path, (isLocale(locale) ? locale : 'en') satisfies Locale);

export const restoreUrl = (settings: LinkSettings, p: { reminderId: string; at: Date; locale: string }): string =>
  settings.origin + inLocale(`/cart/restore/${restoreToken(settings, p)}`, p.locale);

export const unsubscribeUrl = (settings: LinkSettings, p: { contactId: string; locale: string }): string =>
  settings.origin + inLocale(`/unsubscribe/${unsubscribeToken(settings, p.contactId)}`, p.locale);

export const mailPreferencesUrl = (settings: LinkSettings, p: { contactId: string; locale: string }): string =>
  settings.origin + inLocale(`/preferences/mail/${unsubscribeToken(settings, p.contactId)}`, p.locale);
