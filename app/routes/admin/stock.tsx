import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { TaskChips } from '#app/components/admin/task-chips.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { RefusalNotice } from '#app/components/ui/refusal-notice.tsx';
import { SearchBox } from '#app/components/ui/search-box.tsx';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { subtract, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { refusalReply } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { countStock } from '#app/use-cases/catalog/count-stock.server.ts';
import { searchStock } from '#db/queries/stock-lists.server.ts';

export const handle: RouteHandle = { messages: ['admin'] };

const perPage = 50;
const countForm = z.object({
  sku: z.string().max(100),
  onHand: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, 'not_a_number'),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_stock');
  const { searchParams: search } = new URL(request.url);
  const words = (search.get('q') ?? '').trim().slice(0, 100);
  const isLowOnly = search.get('show') === 'low';
  const after = readCursor(search.get('cursor') ?? '', 1)?.[0] ?? null;
  const found = await searchStock(context.deps.db, {
    words,
    isLowOnly,
    after: after === null ? null : String(after),
    limit: perPage + 1,
  });
  const rows = found.slice(0, perPage);
  const locale = localeOf(request);
  const { formats } = locales[locale];
  const last = found.length > perPage ? rows.at(-1) : undefined;
  return {
    words,
    isLowOnly,
    isFirst: after === null,
    next: last ? writeCursor([last.sku]) : null,
    rows: rows.map(({ sku, title, onHand, reserved }) => ({
      sku,
      title: title[locale] ?? title.en ?? sku,
      onHand: toDecimalString(toExact(onHand), 6),
      reservedText: formatQuantity(toExact(reserved), formats),
      freeText: formatQuantity(subtract(toExact(onHand), toExact(reserved)), formats),
    })),
  };
}

/** POST: what was counted on the shelf. What is promised stays promised. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_stock');
  const form = await parseForm(request, countForm);
  if (!form.ok) return formReply(form);
  const counted = await countStock(context.deps, { ...form.value, reason: 'counted', personId: actor.person });
  if (!counted.ok) return refusalReply(request, counted);
  const { search } = new URL(request.url);
  return redirectWithFlash(request, context, `/admin/stock${search}`, {
    tone: 'good',
    area: 'admin',
    key: 'counted',
    values: { sku: form.value.sku },
  });
}

export default function Stock() {
  const t = useMessages('admin');
  const to = useLocalePath();
  const { words, isLowOnly, rows, next, isFirst } = useLoaderData<typeof loader>();
  const { form, refusal } = answerOf(useActionData());
  return (
    <div className="grid gap-6">
      <h1 className="text-2xl font-semibold">{t('stock')}</h1>
      <ErrorSummary answer={form} labels={{ onHand: t('onHand') }} />
      <RefusalNotice refusal={refusal} />
      <SearchBox defaultValue={words} label={t('searchStock')} id="search-stock" />
      <TaskChips
        label={t('show')}
        chips={[
          { to: '/admin/stock', label: t('showAll'), isOn: !isLowOnly },
          { to: '/admin/stock?show=low', label: t('showLow'), isOn: isLowOnly },
        ]}
      />
      <DataTable
        caption={t('stock')}
        rows={rows}
        rowKey={({ sku }) => sku}
        empty={<EmptyState title={t('noStock')} text={t('noStockText')} />}
        columns={[
          {
            key: 'sku',
            label: t('sku'),
            cell: ({ sku }) => <Link to={to(`/admin/stock/${encodeURIComponent(sku)}`)}>{sku}</Link>,
          },
          { key: 'product', label: t('product'), cell: ({ title }) => title },
          { key: 'reserved', label: t('reserved'), isNumber: true, cell: ({ reservedText }) => reservedText },
          { key: 'available', label: t('available'), isNumber: true, cell: ({ freeText }) => freeText },
          {
            key: 'onHand',
            label: t('onHand'),
            isNumber: true,
            cell: ({ sku, onHand }) => (
              <Form method="post" className="flex items-center justify-end gap-2" preventScrollReset>
                <input type="hidden" name="sku" value={sku} />
                <TextField
                  key={onHand}
                  id={`count-${sku}`}
                  name="onHand"
                  label={t('countOf', { sku })}
                  isLabelHidden
                  type="number"
                  min="0"
                  step="any"
                  required
                  defaultValue={onHand}
                  className="w-28 text-end"
                />
                <Button size="small">{t('countAction')}</Button>
              </Form>
            ),
          },
        ]}
      />
      <Pagination next={next} isFirst={isFirst} />
    </div>
  );
}
