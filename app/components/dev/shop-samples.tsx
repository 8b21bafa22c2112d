import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { BuyBox } from '../shop/buy-box';
import type { CartRow } from '#app/domain/cart/changes-under-way.ts';
import { type CartLineData, CartLines } from '../shop/cart-lines';
import { CartSummary } from '../shop/cart-summary';
import { CategoryHeader } from '../shop/category-header';
import { FacetPanel, FilterChips } from '../shop/facet-panel';
import { OrderView } from '../shop/order-view';
import { ProductGrid } from '../shop/product-card';
import { ProductGallery } from '../shop/product-gallery';
import { BreakLadder } from '../ui/break-ladder';
import { MoneyText } from '../ui/money-text';
import { samplePictures } from './sample-pictures';

const eur = (cents: number) => money(BigInt(cents), 'EUR');
const { bag, cup, machine } = samplePictures;
const rating = { tenths: 46, text: '4.6', count: 38 };
const price = (cents: number) => formatMoney(eur(cents), 'en-GB');
const per = (cents: number) => ({ price: price(cents), unit: 'kg' });

const products = [
  { to: '#1', title: 'House Espresso', note: 'Hazelnut, cocoa', picture: bag, price: { price: price(890), isFrom: true, base: per(3560) }, rating },
  { to: '#2', title: 'Harbour Filter', note: 'Citrus, honey', picture: bag, price: { price: price(1090), reduction: { was: price(1290), lowestIn30Days: price(1090) } } },
  { to: '#3', title: 'Morning cup, 200 ml', picture: cup, price: { price: price(1400) }, badge: '6 left' },
  { to: '#4', title: 'Counter Two', note: 'Two groups', picture: machine, askText: 'Price on request' },
]; // prettier-ignore

const facets = [
  { name: 'attr.roast', label: 'Roast', values: [{ value: 'dark', label: 'Dark', count: 6 }, { value: 'light', label: 'Light', count: 9 }] },
  { name: 'attr.origin', label: 'Origin', values: [{ value: 'et', label: 'Ethiopia', count: 4 }, { value: 'co', label: 'Colombia', count: 5 }] },
]; // prettier-ignore

const box = {
  sku: 'ESP-250',
  price: { price: price(890), base: per(3560), taxNote: 'incl. 7 % tax, plus delivery' },
  options: [
    { name: 'option.size', label: 'Size', chosen: '250 g', values: ['250 g', '1 kg', '5 kg'].map((value) => ({ value, label: value, isAvailable: value !== '5 kg' })) },
  ],
  least: '1',
  step: '1',
  stock: { tone: 'good' as const, text: '120 in stock' },
  promise: { delivery: 'Tuesday 24 to Wednesday 25 November', returns: '30 days to send it back' },
  canBuy: true,
  hidden: {},
}; // prettier-ignore

const cartLines = [
  { id: '1', to: '#1', title: 'House Espresso', choice: '250 g', picture: bag, quantity: '2', least: '1', step: '1', unitPriceText: '€8.90', lineTotal: eur(1780) },
  { id: '2', to: '#3', title: 'Morning cup, 200 ml', picture: cup, quantity: '6', least: '6', step: '6', unitPriceText: '€14.00', lineTotal: eur(8400), notice: 'Sold in sixes' },
]; // prettier-ignore

const cartRows: CartRow<CartLineData>[] = cartLines.map((line) => ({
  line,
  is: 'there',
  isWaiting: false,
  problem: null,
}));

const ladder = [
  { from: '1', unitPrice: '€18.00', width: 100 },
  { from: '10', unitPrice: '€16.50', width: 92, isCurrent: true },
  { from: '50', unitPrice: '€15.00', width: 83 },
];

const trail = [
  { id: '1', title: 'Placed', by: 'Ana', at: { iso: '2026-11-20T09:12:00Z', text: '20 Nov 2026, 10:12' }, tone: 'info' as const },
  { id: '2', title: 'Paid', at: { iso: '2026-11-20T09:13:00Z', text: '20 Nov 2026, 10:13' }, tone: 'good' as const },
]; // prettier-ignore

const amounts = [
  { label: 'Subtotal', value: <MoneyText amount={eur(10180)} /> },
  { label: 'Delivery', value: <MoneyText amount={eur(490)} /> },
  { label: 'Total', value: <MoneyText amount={eur(10670)} />, isTotal: true },
];

/** The pieces of the storefront with goods that are not for sale. */
export function ShopSamples() {
  const t = useMessages('shop');
  return (
    <>
      <section>
        <CategoryHeaderSample />
        <div className="grid gap-8 lg:grid-cols-[14rem_1fr]">
          <FacetPanel facets={facets} price={{ least: '8.90', most: '42.00', currency: 'EUR' }} />
          <div>
            <FilterChips facets={facets} />
            <ProductGrid products={products} />
          </div>
        </div>
      </section>
      <section className="grid gap-8 lg:grid-cols-[1fr_26rem]">
        <ProductGallery pictures={[bag, cup, machine]} />
        <div className="grid content-start gap-4">
          <h2 className="font-display text-3xl font-medium">House Espresso</h2>
          <BuyBox title="House Espresso" box={box} cartAction="#cart" buyAction="#buy" quoteAction="#quote">
            <BreakLadder caption={t('ladder')} steps={ladder} hint={t('cliff', { count: 5 })} />
          </BuyBox>
        </div>
      </section>
      <section className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <CartLines
          rows={cartRows}
          lineAction={(id) => `#line-${id}`}
          removeAction={(id) => `#remove-${id}`}
          onChange={() => {}}
        />
        <CartSummary
          title="Summary"
          facts={amounts}
          toFreeShipping={{ text: '€8.20 more and delivery is free', percent: 82 }}
        />
      </section>
      <OrderView
        heading="h2"
        title="Order TP-7F3K-22"
        placedText="20 November 2026"
        state={{ code: 'paid', label: 'Paid' }}
        waitsFor="Being packed"
        lines={cartLines.map((line, index) => ({
          ...line,
          line: index + 1,
          quantityText: `${line.quantity} ×`,
        }))}
        amounts={amounts}
        address={['Ana Berg', 'Unter den Linden 5', '10117 Berlin', 'Germany']}
        trail={trail}
      />
    </>
  );
}

const CategoryHeaderSample = () => (
  <CategoryHeader
    heading="h2"
    title="Beans"
    text="Whole beans, roasted to order."
    trail={[{ to: '#', label: 'Shop' }]}
    countText="24 products"
    sort="popular"
    sorts={[
      { value: 'popular', label: 'Popular' },
      { value: 'price', label: 'Price, low to high' },
    ]}
  />
);
