import { type ReminderVerdict, decideReminder } from '#app/domain/cart/abandonment.ts';
import { type ReminderSeries, isHeldOut } from '#app/domain/cart/reminder-series.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCart, lockContact } from '#db/locks.server.ts';
import type { Cart } from '#db/queries/carts.server.ts';
import { type Contact, addContact } from '#db/queries/contacts.server.ts';
import { hasOpenDocumentOfCart } from '#db/queries/open-documents.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import {
  type SeriesOfCart,
  findCartToRemindOf,
  findLatestSeries,
  isCartBeingPaid,
  readCompanyWish,
  readLastActivity,
  readPersonHistory,
} from '#db/queries/reminders.server.ts';
import { type PricedCart, priceCart } from '../cart/price-cart.server';
import { mayStillBeBought } from './remindable-lines';

export type AskedAboutCart = {
  verdict: ReminderVerdict;
  cart: Cart;
  contact: Contact | null;
  running: SeriesOfCart | null;
  series: ReminderSeries;
  priced: PricedCart;
};

/** Asks the decision with everything it looks at read under the locks of the address and the cart. `without` asks as if
 *  that reminder's right were not taken yet. Null when the cart is gone. */
export async function askAboutCart(
  tx: Tx,
  p: { cartId: string; at: Date; without?: string },
): Promise<AskedAboutCart | null> {
  const found = await findCartToRemindOf(tx, p);
  if (!found) return null;
  const address = found.email && normalEmail(found.email);
  if (address) await addContact(tx, { address, at: p.at });
  const contact = address ? await lockContact(tx, { address }) : null;
  const cart = await lockCart(tx, p);
  if (!cart) return null;

  const running = await findLatestSeries(tx, p);
  const [{ document: series }, lastActivityAt, isBeingPaid, priced, history, wish, hasOpenDocument] = await Promise.all(
    [
      readSettings(tx, { kind: 'reminders' }),
      readLastActivity(tx, p),
      isCartBeingPaid(tx, p),
      priceCart(tx, { cart, at: p.at }),
      contact &&
        readPersonHistory(tx, {
          address: contact.address,
          personId: cart.personId,
          cartId: cart.id,
          contactId: contact.id,
          seriesId: running?.id ?? null,
        }),
      cart.companyId ? readCompanyWish(tx, { companyId: cart.companyId }) : false,
      cart.companyId ? hasOpenDocumentOfCart(tx, { cartId: cart.id }) : false,
    ],
  );
  const verdict = decideReminder(
    {
      series,
      market: priced.market,
      cart: {
        isOpen: cart.status === 'open',
        lastActivityAt,
        lineCount: priced.lines.length,
        buyableLineCount: priced.lines.filter(mayStillBeBought).length,
        isBeingPaid,
      },
      company: cart.companyId ? { remindsItsBuyers: wish, hasOpenDocument } : null,
      person: contact &&
        history && {
          ...history,
          consent: contact.consent,
          suppression: contact.suppression,
          isHeldOut: isHeldOut(contact.address, series.holdoutPercent),
        },
      running,
    },
    p.at,
  );
  return { verdict, cart, contact, running, series, priced };
}
