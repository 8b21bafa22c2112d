import type { Deps } from '#app/deps.server.ts';
import { type TaxClass } from '#app/domain/catalog/variant.ts';
import { openMarket, storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { toExact, zero } from '#app/domain/money/exact.ts';
import { amountString } from '#app/domain/money/money.ts';
import { shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { taxRate } from '#app/domain/pricing/tax-rates.ts';
import { ownPrices } from '#app/use-cases/pricing/own-prices.server.ts';
import { type PublicOffer, listPublicOffers } from '#db/queries/public-catalog.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { xml } from './feeds.server';

const most = 50_000;

/** Every product with its public price in the market's currency, cheapest variant first. Only the standard list is asked:
 *  no company's price can get in. */
export async function merchantFeed(deps: Deps, p: { market: string | null }): Promise<string> {
  const rules = await readShopRules(deps.db);
  const market = openMarket(rules.markets, p.market ?? '') ?? rules.markets[0];
  const { currency } = market;
  const [country] = market.countries;
  const { standard } = await ownPrices(deps, { buyer: null, currency, at: deps.now() });
  const offers = standard ? await listPublicOffers(deps.db, { chainId: standard, limit: most }) : [];
  const on = dayIn(deps.now(), storeTimeZone);
  const priceOf = ({ least, taxClass }: PublicOffer) => {
    const rate = market.showsTaxIncluded
      ? taxRate(rules.tax, { country, postalCode: '', taxClass: taxClass as TaxClass, on, treatment: 'taxed' })
          .ratePercent
      : zero;
    return `${amountString(shownGrossPrice(toExact(least), rate, currency))} ${currency}`;
  };
  const { origin } = deps.settings;
  const items = offers.map((offer) => {
    const tags: [string, string][] = [
      ['g:id', offer.sku],
      ['title', wordsIn(offer.title, 'en')],
      [
        'description',
        wordsIn(offer.description, 'en')
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ],
      ['link', `${origin}/products/${offer.handle}`],
      ...(offer.picture ? [['g:image_link', `${origin}/pictures/${offer.picture}?w=1200`] as [string, string]] : []),
      ['g:price', priceOf(offer)],
      ['g:availability', offer.isThere ? 'in_stock' : 'out_of_stock'],
      ['g:condition', 'new'],
      ...(offer.vendor ? [['g:brand', offer.vendor] as [string, string]] : []),
      ...(offer.barcode ? [['g:gtin', offer.barcode] as [string, string]] : []),
      ...(offer.category ? [['g:product_type', offer.category.replaceAll('/', ' > ')] as [string, string]] : []),
    ];
    return `<item>${tags.map(([name, text]) => `<${name}>${xml(text)}</${name}>`).join('')}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Tradepost</title><link>${xml(origin)}</link><description>Tradepost</description>\n${items.join('\n')}\n</channel></rss>\n`;
}
