import { type ReminderSeries, mayGetCode } from '#app/domain/cart/reminder-series.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { newDiscountCode } from '#app/integrations/discount-code.server.ts';
import type { Tx } from '#db/client.server.ts';
import type { Contact } from '#db/queries/contacts.server.ts';
import { addDiscountCode, findCodeOfReminder, readCodeHistory } from '#db/queries/discount-codes.server.ts';

const halfAYear = 182 * 86_400_000;

type ForReminder = {
  contact: Contact;
  reminderId: string;
  code: NonNullable<ReminderSeries['code']>;
  locale: Locale;
  at: Date;
};

/** A code for this person alone, the same one however often the mail is tried; null for whoever leaves carts to be
 *  sent codes. */
export async function codeForReminder(
  tx: Tx,
  { contact, reminderId, code, locale, at }: ForReminder,
): Promise<{ code: string; percent: string; until: string } | null> {
  const { formats } = locales[locale];
  const said = (found: { code: string; percentOff: string | null; expiresAt: Date | null }) => ({
    code: found.code,
    percent: formatQuantity(toExact(found.percentOff ?? '0'), formats),
    until: found.expiresAt ? formatDay(found.expiresAt, formats, storeTimeZone) : '',
  });
  const before = await findCodeOfReminder(tx, { reminderId });
  if (before) return said(before);
  const since = new Date(at.getTime() - halfAYear);
  if (!mayGetCode(await readCodeHistory(tx, { contactId: contact.id, address: contact.address, since }))) return null;
  const made = {
    id: newId(),
    code: newDiscountCode(),
    percentOff: code.percentOff,
    contactId: contact.id,
    reminderId,
    mostUses: 1,
    expiresAt: new Date(at.getTime() + code.validDays * 86_400_000),
    createdAt: at,
  };
  await addDiscountCode(tx, made);
  return said(made);
}
