import type { LineView } from '#app/components/shop/line-view.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import type { PriceReason } from '#app/domain/pricing/price-reasons.ts';
import type { LinePrice } from '#app/domain/pricing/price-terms.ts';
import type { Translate } from '#app/messages/translate.ts';
import { type LineContext, shownUnit } from './line-context.server';

/** Every candidate for the price and what became of it, in words, as the engine tells it: the price of the variant
 *  first, then what was chosen on top. */
export function reasonTexts({ reasons }: LinePrice, context: LineContext, t: Translate<'product'>): LineView['why'] {
  return reasons.map((reason) => {
    const part = reason.part.kind === 'variant' ? '' : (context.titles.get(reason.part.code) ?? reason.part.code);
    const text = [verdict(reason, context, t), ...details(reason, context, t)].join(' ');
    return { text: part ? t('reasonOfPart', { part, text }) : text, hasWon: reason.verdict === 'won' };
  });
}

function verdict(reason: PriceReason, { display, variant }: LineContext, t: Translate<'product'>): string {
  return t(`because_${reason.because}`, {
    list: reason.document ?? listName(reason, t),
    price: reason.unitPrice ? shownUnit(display, variant, reason.unitPrice) : '–',
    minimum: reason.minQuantity ? formatQuantity(reason.minQuantity, display.formats) : '',
    percent: reason.percentOff ? formatQuantity(reason.percentOff, display.formats) : '',
    months: formatQuantity(reason.quantity, display.formats),
  });
}

const listName = ({ step, list }: PriceReason, t: Translate<'product'>): string => {
  if (step === 'standard') return t('listStandard');
  if (step === 'own_price') return t('listOwnPrice');
  return t(step === 'contract' ? 'listContract' : 'listSegment', { list: list ?? '' });
};

/** For the price that counts: the percentage and what it is off, the break reached, since and until when, who approved. */
function details(reason: PriceReason, { display, variant }: LineContext, t: Translate<'product'>): string[] {
  if (reason.verdict === 'lost') return [];
  const { percentOff, reference, minQuantity, effectiveAt, endsAt, approvedBy, step } = reason;
  const day = (at: Date) => formatDay(at, display.formats, storeTimeZone);
  const number = (value: NonNullable<typeof percentOff>) => formatQuantity(value, display.formats);
  const texts = [
    percentOff && reference
      ? t('detailPercent', { percent: number(percentOff), price: shownUnit(display, variant, reference.unitPrice) })
      : null,
    minQuantity && minQuantity.num > minQuantity.den ? t('detailBreak', { minimum: number(minQuantity) }) : null,
    effectiveAt && display.buyer
      ? endsAt
        ? t('detailPeriod', { from: day(effectiveAt), until: day(endsAt) })
        : t('detailSince', { from: day(effectiveAt) })
      : null,
    approvedBy && display.buyer && step !== 'standard' && !approvedBy.startsWith('system_of_record')
      ? t('detailApproved', { person: approvedBy })
      : null,
  ];
  return texts.filter((text) => text !== null);
}
