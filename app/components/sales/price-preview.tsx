import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { formatPercent, formatQuantity } from '#app/domain/i18n/format-number.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { SellerFacts } from '#app/domain/pricing/margin.ts';
import type { PriceReason } from '#app/domain/pricing/price-reasons.ts';
import type { LinePrice } from '#app/domain/pricing/price-terms.ts';
import { useFormats, useMessages } from '../i18n/words';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { DescriptionList } from '../ui/description-list';
import { MoneyText, UnitPriceText } from '../ui/money-text';
import { Notice } from '../ui/notice';

type Props = { price: LinePrice; currency: CurrencyCode; timeZone: string; seller: SellerFacts | null };

/** A price as its buyer would get it, what it leaves the seller, and every candidate with what became of it. */
export function PricePreview({ price, currency, timeZone, seller }: Props) {
  const t = useMessages('pricing');
  const formats = useFormats();
  const unitPrice = price.ok ? (price.unitPrice ?? price.averagePrice) : null;
  return (
    <div className="grid gap-8">
      {!price.ok && <Notice tone="warn" title={t(`problem_${price.problem.code}`, { sku: price.sku })} />}
      {price.ok && (
        <Card title={price.sku} className="max-w-[44rem]">
          <DescriptionList
            facts={[
              {
                label: price.unitPrice ? t('unitPrice') : t('averagePrice'),
                value: unitPrice && <UnitPriceText unitPrice={unitPrice} currency={currency} />,
              },
              { label: t('lineTotal'), value: <MoneyText amount={price.lineTotal} /> },
              { label: t('list'), value: price.list ? `${price.list} · ${price.revision ?? ''}` : '–' },
              {
                label: t('publicPrice'),
                value: price.publicUnitPrice ? (
                  <UnitPriceText unitPrice={price.publicUnitPrice} currency={currency} />
                ) : (
                  '–'
                ),
              },
              {
                label: t('cost'),
                value: seller?.cost ? <UnitPriceText unitPrice={seller.cost} currency={currency} /> : t('noCost'),
              },
              {
                label: t('margin'),
                value: seller?.marginPercent ? formatPercent(seller.marginPercent, formats) : '–',
              },
            ]}
          />
        </Card>
      )}
      {price.ok && price.ladder.length > 1 && (
        <DataTable
          caption={t('ladder')}
          rows={price.ladder}
          rowKey={({ minQuantity }) => `${minQuantity.num}/${minQuantity.den}`}
          columns={[
            {
              key: 'from',
              label: t('fromQuantity'),
              cell: ({ minQuantity }) => formatQuantity(minQuantity, formats),
            },
            {
              key: 'price',
              label: t('unitPrice'),
              isNumber: true,
              cell: (rung) => <UnitPriceText unitPrice={rung.unitPrice} currency={currency} />,
            },
          ]}
        />
      )}
      <section>
        <h2 className="mb-3 text-lg font-semibold">{t('whyThisPrice')}</h2>
        <Reasons reasons={price.reasons} currency={currency} timeZone={timeZone} />
      </section>
    </div>
  );
}

function Reasons(p: { reasons: readonly PriceReason[]; currency: CurrencyCode; timeZone: string }) {
  const t = useMessages('pricing');
  const formats = useFormats();
  const day = (at: Date) => formatInstant(at, formats, p.timeZone);
  return (
    <DataTable
      caption={t('whyThisPrice')}
      rows={p.reasons}
      rowKey={(reason) => `${reason.part.code} ${reason.step} ${reason.list ?? ''} ${p.reasons.indexOf(reason)}`}
      columns={[
        { key: 'step', label: t('kind'), cell: ({ step }) => t(`step_${step}`) },
        {
          key: 'list',
          label: t('list'),
          cell: ({ list, revision }) => (list ? `${list} · ${revision ?? ''}` : '–'),
        },
        {
          key: 'because',
          label: t('verdict'),
          cell: ({ verdict, because }) => (
            <span className={verdict === 'won' ? 'font-semibold' : 'text-ink-soft'}>{t(`because_${because}`)}</span>
          ),
        },
        {
          key: 'break',
          label: t('fromQuantity'),
          isNumber: true,
          cell: ({ minQuantity }) => (minQuantity ? formatQuantity(minQuantity, formats) : '–'),
        },
        {
          key: 'price',
          label: t('unitPrice'),
          isNumber: true,
          cell: ({ unitPrice, percentOff }) => (
            <>
              {unitPrice ? <UnitPriceText unitPrice={unitPrice} currency={p.currency} /> : '–'}
              {percentOff && <span className="block text-sm">{`−${formatPercent(percentOff, formats)}`}</span>}
            </>
          ),
        },
        {
          key: 'since',
          label: t('from'),
          cell: ({ effectiveAt, approvedBy }) =>
            effectiveAt && [day(effectiveAt), approvedBy].filter(Boolean).join(', '),
        },
      ]}
    />
  );
}
