import type { Deps } from '#app/deps.server.ts';
import type { TotalledCartLine } from '#app/domain/checkout/total-cart.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, isLocale, localePath, locales } from '#app/domain/i18n/locales.ts';
import { type Exact, compare, toExact } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { addMoney } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { mailPreferencesUrl, restoreUrl, unsubscribeUrl } from '#app/integrations/reminder-link.server.ts';
import { type EmailProps, emailProps } from '#app/jobs/emails.ts';
import type { Tx } from '#db/client.server.ts';
import type { CartLineDetail } from '#db/queries/carts.server.ts';
import { listFirstPictures } from '#db/queries/first-pictures.server.ts';
import type { ReminderOfMail } from '#db/queries/reminders.server.ts';
import type { PricedCart } from '../cart/price-cart.server';
import { pictureUrl } from '../mail/picture-url';
import type { AskedAboutCart } from './ask-about-cart.server';
import { codeForReminder } from './code-for-reminder.server';
import { mayStillBeBought } from './remindable-lines';

type ReminderProps = EmailProps<'cart-reminder'>;

/** Up to so many pieces a mail says how many are left. */
const fewLeft = toExact('5');
const mostLines = 6;

/** What a reminder says at this moment: today's prices and stock, what it costs to ship, and the ways back and out. */
export async function composeReminder(
  deps: Deps,
  tx: Tx,
  { asked, reminder, at }: { asked: AskedAboutCart; reminder: ReminderOfMail; at: Date },
): Promise<ReminderProps> {
  const { cart, contact, series, priced } = asked;
  if (!contact) throw new Error(`cart ${cart.id} has nobody to write to`);
  const locale = isLocale(cart.locale) ? cart.locale : 'en';
  const links = { contactId: contact.id, locale };
  const code =
    reminder.step === 3 && series.code && !cart.companyId
      ? await codeForReminder(tx, { contact, reminderId: reminder.id, code: series.code, locale, at })
      : null;
  return emailProps['cart-reminder'].parse({
    step: reminder.step,
    isCompany: cart.companyId !== null,
    ...(await saidOfCart(deps, tx, priced, locale)),
    restoreUrl: restoreUrl(deps.settings, { reminderId: reminder.id, at, locale }),
    unsubscribeUrl: unsubscribeUrl(deps.settings, links),
    preferencesUrl: mailPreferencesUrl(deps.settings, links),
    code,
  } satisfies ReminderProps);
}

type SaidOfCart = Pick<ReminderProps, 'lines' | 'moreLines' | 'goods' | 'shipping' | 'returnDays' | 'isTaxIncluded'>;

/** The lines that can be bought, and what they come to. */
export async function saidOfCart(deps: Deps, tx: Tx, priced: PricedCart, locale: Locale): Promise<SaidOfCart> {
  const { formats } = locales[locale];
  const { toTotal, shipping, totals, goods } = priced;
  const isTaxIncluded = toTotal.display === 'inclusive';
  const wanted = priced.lines.filter(mayStillBeBought);
  const shown = wanted.slice(0, mostLines);
  const details = shown.flatMap(({ line }) => priced.details.get(line) ?? []);
  const pictures = await listFirstPictures(tx, { variantIds: details.map(({ variantId }) => variantId) });
  const freight = shipping && (isTaxIncluded ? addMoney(totals.freight, totals.freightTax) : totals.freight);
  return {
    lines: shown.map((line) => {
      const detail = priced.details.get(line.line);
      if (!detail) throw new Error(`line ${line.line} has no details`);
      const picture = pictures.get(detail.variantId);
      return {
        ...saidOfLine(priced, line, detail, locale),
        url: deps.settings.origin + localePath(`/products/${detail.handle}`, locale),
        picture: picture ? pictureUrl(deps.settings.origin, picture) : null,
      };
    }),
    moreLines: wanted.length - shown.length,
    goods: formatMoney(goods, formats),
    shipping: freight && (freight.minor === 0n ? '' : formatMoney(freight, formats)),
    isTaxIncluded,
    returnDays: priced.market.returnDays,
  };
}

type SaidOfLine = Omit<ReminderProps['lines'][number], 'url' | 'picture'>;

function saidOfLine(priced: PricedCart, line: TotalledCartLine, detail: CartLineDetail, locale: Locale): SaidOfLine {
  const { formats } = locales[locale];
  const { price, totals, ratePercent } = line;
  const { currency } = priced.cart;
  const isInclusive = priced.toTotal.display === 'inclusive';
  if (!price.ok || !totals) throw new Error(`line ${line.line} has no price`);
  const unitText = (unit: Exact): string =>
    isInclusive
      ? formatMoney(shownGrossPrice(unit, ratePercent, currency), formats)
      : formatUnitPrice(unit, currency, formats);
  const before = detail.seenUnitPrice === null ? null : toExact(detail.seenUnitPrice);
  const change = price.unitPrice && before ? compare(price.unitPrice, before) : 0;
  const available = toExact(detail.available);
  const isCounted = detail.stockPolicy === 'deny';
  return {
    title: detail.title[locale] ?? detail.title.en ?? detail.sku,
    choice: Object.values(detail.options)
      .filter((value) => value !== '')
      .join(' · '),
    quantity: formatQuantity(toExact(detail.quantity), formats),
    total: formatMoney(isInclusive ? totals.gross : totals.net, formats),
    unit: price.unitPrice ? unitText(price.unitPrice) : '',
    before: change !== 0 && before ? unitText(before) : '',
    change: change < 0 ? 'down' : change > 0 ? 'up' : 'none',
    left: isCounted && compare(available, fewLeft) <= 0 ? Number(toDecimalString(available, 0)) : null,
    isOnItsWay: !isCounted && compare(available, toExact(detail.quantity)) < 0,
  };
}
