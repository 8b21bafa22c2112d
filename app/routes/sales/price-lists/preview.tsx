import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { PricePreview } from '#app/components/sales/price-preview.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { midnightOf } from '#app/domain/companies/midnight.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { parseExact, toExact } from '#app/domain/money/exact.ts';
import { sellerFacts } from '#app/domain/pricing/margin.ts';
import { priceLine } from '#app/domain/pricing/price-document.ts';
import { currencyShape } from '#app/http/api/shapes.ts';
import { storeTimeZone } from '#app/http/price-list-page.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { findCost, findUnitInScope, listUnitsInScope } from '#db/queries/sellers-companies.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };

/** What any line costs a company on any day, with every reason; cost and margin beside it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, context, 'draft_price_lists');
  const { db, now } = context.deps;
  const search = new URL(request.url).searchParams;
  const text = (name: string) => (search.get(name) ?? '').trim().slice(0, 200);
  const units = await listUnitsInScope(db, { scope, limit: 2000 });
  const unit = text('unit') ? await findUnitInScope(db, { scope, unitId: text('unit') }) : null;
  const timeZone = unit?.timeZone ?? storeTimeZone;
  const today = dayIn(now(), timeZone);
  const asked = {
    unit: unit?.unitId ?? '',
    day: text('day') || today,
    sku: text('sku'),
    quantity: text('quantity') || '1',
    currency: text('currency') || unit?.currency || 'EUR',
  };
  const shown = { asked, units, preview: null, problem: null };
  if (!asked.sku) return shown;
  const at = asked.day === today ? now() : midnightOf(asked.day, timeZone);
  const quantity = parseExact(asked.quantity);
  const currency = currencyShape.safeParse(asked.currency.toUpperCase());
  if (!at || !quantity || quantity.num <= 0n || !currency.success) return { ...shown, problem: 'invalid' as const };
  const terms = await loadPriceTerms(db, { buyer: unit, currency: currency.data, at, skus: [asked.sku] });
  const line = { line: 1, sku: asked.sku, quantity, choice: { plan: null, modules: [] }, term: null };
  const price = priceLine(line, terms, at);
  const cost = await findCost(db, { sku: asked.sku, currency: currency.data });
  return {
    ...shown,
    preview: {
      price,
      currency: currency.data,
      timeZone,
      seller: price.ok ? sellerFacts(price, cost === null ? null : toExact(cost)) : null,
    },
  };
}

export default function Preview() {
  const t = useMessages('pricing');
  const { asked, units, preview, problem } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('previewTitle')} lead={t('previewLead')} />
      <Form method="get" className="mb-8 grid max-w-[60rem] items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          name="unit"
          label={t('asBuyer')}
          defaultValue={asked.unit}
          options={[
            { value: '', label: t('everybody') },
            ...units.map(({ id, company, unit }) => ({ value: id, label: `${company} · ${unit}` })),
          ]}
        />
        <TextField name="sku" label="SKU" defaultValue={asked.sku} required />
        <TextField name="quantity" label={t('quantity')} inputMode="decimal" defaultValue={asked.quantity} />
        <TextField type="date" name="day" label={t('onDay')} defaultValue={asked.day} />
        <TextField name="currency" label={t('currency')} maxLength={3} defaultValue={asked.currency} />
        <div>
          <Button tone="primary">{t('showPrice')}</Button>
        </div>
      </Form>
      {problem && <Notice tone="warn" title={t('previewInvalid')} />}
      {preview && <PricePreview {...preview} />}
    </>
  );
}
