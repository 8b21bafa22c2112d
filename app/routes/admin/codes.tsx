import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { SearchBox } from '#app/components/ui/search-box.tsx';
import { openMarkets, storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { endCode, makeCode } from '#app/use-cases/discounts/keep-code.server.ts';
import { listDiscountCodes } from '#db/queries/discount-codes.server.ts';

export const handle: RouteHandle = { messages: ['codes'] };

const perPage = 50;
const amount = z
  .string()
  .regex(/^\d{1,9}([.,]\d{1,3})?$/, 'not_an_amount')
  .transform((text) => text.replace(',', '.'));
const byCurrency = z.record(z.string(), amount).default({});
const count = z.coerce.number('not_a_number').int('not_a_whole_number').min(1).max(1_000_000).optional();

const codeForm = z.object({
  end: z.uuid().optional(),
  code: z
    .string()
    .regex(/^[\p{L}\p{N}-]{3,40}$/u, 'not_a_code')
    .optional(),
  kind: z.enum(['percent', 'amount']).default('percent'),
  percent: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$|^100$/, 'not_a_number')
    .optional(),
  amount: byCurrency,
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  uses: count,
  uses_each: count,
  minimum: byCurrency,
  products: z.string().max(2_000).default(''),
  first: z.literal('on').optional(),
});

/** Days people type are midnight in the store's time zone; the last one counts whole. */
const midnight = (day: string | undefined, more = 0): Date | null =>
  day
    ? new Date(
        Temporal.PlainDate.from(day).add({ days: more }).toZonedDateTime({ timeZone: storeTimeZone }).epochMilliseconds,
      )
    : null;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(request, context, 'manage_promotions');
  const { searchParams: search } = new URL(request.url);
  const words = (search.get('q') ?? '').trim().slice(0, 60);
  const cursor = readCursor(search.get('cursor') ?? '', 2);
  const after = cursor && { createdAt: new Date(String(cursor[0])), id: String(cursor[1]) };
  const found = await listDiscountCodes(context.deps.db, { words, after, limit: perPage + 1 });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const { formats } = locales[viewer.locale];
  const at = context.deps.now();
  const sums = (prices: Record<string, string> | null) =>
    Object.entries(prices ?? {})
      .map(([currency, worth]) => `${worth} ${currency}`)
      .join(', ');
  return {
    words,
    isFirst: after === null,
    next: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    currencies: [...new Set(openMarkets(viewer.rules.markets).map(({ currency }) => currency))],
    rows: rows.map((row) => ({
      id: row.id,
      code: row.code,
      off: row.percentOff ? `${formatQuantity(toExact(row.percentOff), formats)} %` : sums(row.amountOff),
      uses: row.mostUses === null ? String(row.uses) : `${row.uses} / ${row.mostUses}`,
      until: row.expiresAt ? formatDay(new Date(row.expiresAt.getTime() - 1), formats, storeTimeZone) : '',
      isOver: row.isEnded || (row.expiresAt !== null && row.expiresAt <= at),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_promotions');
  const form = await parseForm(request, codeForm);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const here = '/admin/codes';
  if (value.end) {
    const ended = await endCode(context.deps, { actor, id: value.end });
    if (!ended.ok) return refusalRedirect(request, context, here, ended);
    return redirectWithFlash(request, context, here, { tone: 'good', area: 'codes', key: 'ended' });
  }
  if (!value.code) return formReply(fieldRefused(request, form, 'code', 'required'));
  const isPercent = value.kind === 'percent';
  if (isPercent && !value.percent) return formReply(fieldRefused(request, form, 'percent', 'required'));
  if (!isPercent && Object.keys(value.amount).length === 0)
    return formReply(fieldRefused(request, form, 'kind', 'required'));
  if (value.from && value.until && value.until < value.from)
    return formReply(fieldRefused(request, form, 'until', 'invalid_date'));
  const made = await makeCode(context.deps, {
    actor,
    code: {
      code: value.code.toUpperCase(),
      percentOff: isPercent ? (value.percent ?? null) : null,
      amountOff: isPercent ? null : value.amount,
      startsAt: midnight(value.from),
      expiresAt: midnight(value.until, 1),
      mostUses: value.uses ?? null,
      mostUsesPerPerson: value.uses_each ?? null,
      minimum: value.minimum,
      products: value.products.split(/[\s,]+/).filter(Boolean),
      isForFirstOrder: value.first === 'on',
    },
  });
  if (!made.ok) return formReply(fieldRefused(request, form, 'code', 'already_taken'));
  return redirectWithFlash(request, context, here, { tone: 'good', area: 'codes', key: 'made' });
}

export default function Codes() {
  const t = useMessages('codes');
  const { words, rows, next, isFirst, currencies } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const number = { inputMode: 'decimal' as const, className: 'tabular text-end' };
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_26rem]">
        <div className="grid gap-4">
          <SearchBox defaultValue={words} label={t('search')} id="search-codes" />
          <DataTable
            caption={t('title')}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('none')} text={t('noneText')} />}
            columns={[
              { key: 'code', label: t('code'), cell: ({ code }) => <strong>{code}</strong> },
              { key: 'off', label: t('off'), isNumber: true, cell: ({ off }) => off },
              { key: 'uses', label: t('uses'), isNumber: true, cell: ({ uses }) => uses },
              { key: 'until', label: t('until'), cell: ({ until }) => until || '–' },
              {
                key: 'end',
                label: t('state'),
                cell: ({ id, code, isOver }) =>
                  isOver ? (
                    t('over')
                  ) : (
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="end" value={id} />
                      <Button size="small" aria-label={t('endOf', { code })}>
                        {t('end')}
                      </Button>
                    </Form>
                  ),
              },
            ]}
          />
          <Pagination next={next} isFirst={isFirst} />
        </div>
        <Card title={t('new')}>
          <ErrorSummary
            answer={form}
            labels={{ code: t('code'), percent: t('percent'), kind: t('kind'), until: t('until') }}
          />
          <Form method="post" className="grid gap-4" noValidate>
            <TextField label={t('code')} hint={t('codeHint')} required {...fieldOf(form, 'code')} />
            <SelectField
              label={t('kind')}
              options={[
                { value: 'percent', label: t('percent') },
                { value: 'amount', label: t('amount') },
              ]}
              {...fieldOf(form, 'kind', 'percent')}
            />
            <TextField label={t('percent')} {...number} {...fieldOf(form, 'percent')} />
            <div className="grid grid-cols-2 gap-3">
              {currencies.map((currency) => (
                <TextField
                  key={currency}
                  label={t('amountIn', { currency })}
                  {...number}
                  {...fieldOf(form, `amount.${currency}`)}
                />
              ))}
              {currencies.map((currency) => (
                <TextField
                  key={currency}
                  label={t('minimumIn', { currency })}
                  {...number}
                  {...fieldOf(form, `minimum.${currency}`)}
                />
              ))}
              <TextField label={t('from')} type="date" className="min-w-0" {...fieldOf(form, 'from')} />
              <TextField label={t('until')} type="date" className="min-w-0" {...fieldOf(form, 'until')} />
              <TextField label={t('mostUses')} {...number} {...fieldOf(form, 'uses')} />
              <TextField label={t('mostUsesEach')} {...number} {...fieldOf(form, 'uses_each')} />
            </div>
            <TextField label={t('products')} hint={t('productsHint')} {...fieldOf(form, 'products')} />
            <Checkbox name="first" label={t('first')} defaultChecked={form?.values.first === 'on'} />
            <SubmitButton tone="primary">{t('make')}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
