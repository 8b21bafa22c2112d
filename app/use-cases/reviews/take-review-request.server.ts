import type { Deps } from '#app/deps.server.ts';
import { isLocale } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { mailPreferencesUrl, unsubscribeUrl } from '#app/integrations/reminder-link.server.ts';
import { reviewUrl } from '#app/integrations/review-link.server.ts';
import { type EmailProps, emailProps } from '#app/jobs/emails.ts';
import type { Tx } from '#db/client.server.ts';
import { type Try, type WaitingEmail, closeEmail } from '#db/queries/outbox.server.ts';
import { findRequestOfMail, setRequest } from '#db/queries/review-requests.server.ts';
import { pictureUrl } from '../mail/picture-url';
import { type AskedAboutOrder, askAboutOrder } from './ask-about-order.server';

const mostShown = 6;

/** The moment of sending: asked once more, and dropped when the buyer has unsubscribed, reviewed or sent it back since.
 *  Undefined for every other mail. */
export async function takeReviewRequest(
  deps: Deps,
  tx: Tx,
  { mail, take }: { mail: WaitingEmail; take: Try },
): Promise<WaitingEmail | null | undefined> {
  const request = await findRequestOfMail(tx, { emailId: mail.id });
  if (!request) return undefined;
  const { orderId } = request;
  const asked = await askAboutOrder(tx, { orderId, at: deps.now() });
  const verdict = asked?.verdict;
  if (asked && verdict?.act === 'send') return { ...mail, props: compose(deps, asked) };
  await closeEmail(tx, { ...take, as: 'dropped', error: verdict?.act === 'end' ? verdict.reason : 'too_early' });
  await setRequest(tx, {
    orderId,
    emailId: null,
    dueAt: verdict?.act === 'wait' ? verdict.until : null,
    ended: verdict?.act === 'end' ? verdict.reason : null,
  });
  return null;
}

function compose({ settings }: Deps, { order, contact, products }: AskedAboutOrder): EmailProps<'review-request'> {
  const locale = isLocale(order.locale) ? order.locale : 'en';
  const links = { contactId: contact.id, locale };
  return emailProps['review-request'].parse({
    name: order.shipTo.name,
    number: order.number,
    products: products.slice(0, mostShown).map(({ title, picture }) => ({
      title: wordsIn(title, locale),
      picture: picture && pictureUrl(settings.origin, picture),
    })),
    moreProducts: Math.max(0, products.length - mostShown),
    reviewUrl: reviewUrl(settings, { orderId: order.id, locale }),
    unsubscribeUrl: unsubscribeUrl(settings, links),
    preferencesUrl: mailPreferencesUrl(settings, links),
  } satisfies EmailProps<'review-request'>);
}
