import { data } from '@remix-run/node';
import type { Refused } from '#app/domain/outcome.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { StartDetail, StartRefusal } from '#app/use-cases/checkout/start-payment.server.ts';
import { localeOf } from './locale.server';
import { refusalStatus } from './refusals';

/** Why nothing was sent to payment, on the page itself, with every line that stands in the way by name. */
export function startRefusalReply(request: Request, { code, detail }: Refused<StartRefusal, StartDetail>) {
  const locale = localeOf(request);
  const t = translator(locale, 'checkout');
  const lines = (detail?.lines ?? []).map(({ sku, title, available }) => {
    const name = title[locale] ?? title.en ?? sku;
    const left = Number(toDecimalString(toExact(available), 3));
    return { sku, text: t(code === 'out_of_stock' ? 'shortLine' : 'blockedLine', { title: name, available: left }) };
  });
  const text = translator(locale, 'refusals')(code);
  return data({ refusal: { code, text }, lines }, { status: refusalStatus[code] });
}
