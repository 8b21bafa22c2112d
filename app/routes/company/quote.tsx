import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Conversation } from '#app/components/ui/conversation.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { AmountList } from '#app/components/ui/description-list.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { linesToSpeakOf } from '#app/components/quotes/lines-to-speak-of.ts';
import { OrderFields } from '#app/components/quotes/order-fields.tsx';
import { QuoteFiles } from '#app/components/quotes/quote-files.tsx';
import { RepeatOrders } from '#app/components/quotes/repeat-orders.tsx';
import { WhatWasSaid } from '#app/components/quotes/what-was-said.tsx';
import { unitId } from '#app/domain/access/ids.ts';
import { type CompanyPermission, memberMay } from '#app/domain/access/permissions.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { type Money, money } from '#app/domain/money/money.ts';
import { isFinal, statusForBuyer } from '#app/domain/quotes/lifecycle.ts';
import { mayOrderAgain } from '#app/domain/quotes/repeat-orders.ts';
import { fileViews } from '#app/http/file-view.server.ts';
import { configurationsIn } from '#app/http/configuration-words.server.ts';
import { templateView } from '#app/http/template-view.server.ts';
import { commentViews } from '#app/http/comment-view.server.ts';
import { decimalBody } from '#app/http/api/shapes.ts';
import { idParam, notFound, requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listCostCentres } from '#db/queries/company-record.server.ts';
import { templateOf } from '#db/queries/quote-versions.server.ts';
import { readQuote } from '#app/use-cases/quotes/read-quote.server.ts';

export const handle: RouteHandle = { messages: ['quotes'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, actor, buyingAs, viewer } = await requireMember(request, context);
  const seen = await readQuote(context.deps, { scope, id: idParam(params.quote) });
  if (!seen) throw notFound();
  const { quote, lines, versions, comments, files, orders, people } = seen;
  const { timeZone } = buyingAs.company;
  const { formats } = locales[viewer.locale];
  const centres = await listCostCentres(context.deps.db, { companyId: buyingAs.company.id });
  const amount = (minor: bigint) => money(minor, quote.currency);
  const newest = versions.at(-1);
  const wordsOf = await configurationsIn(context.deps.db, { lines: newest?.lines ?? lines, locale: viewer.locale });
  const skuOf = (line: number) => (newest?.lines ?? lines).find((each) => each.line === line)?.sku ?? String(line);
  const counter = seen.counters.find(({ version }) => version === newest?.version);
  const may = (permission: CompanyPermission) => memberMay(actor.member, permission, unitId(quote.unitId));
  const isTaken = (line: number) => quote.acceptedLines?.includes(line) ?? true;
  return {
    id: quote.id,
    number: quote.number,
    unit: quote.unit.name,
    status: statusForBuyer(quote.status),
    reference: quote.reference,
    notes: quote.notes,
    wishes: quote.wishes,
    timeZone,
    comments: commentViews(comments, { people, formats, timeZone, aboutLine: skuOf }),
    files: fileViews(files, people, { locale: viewer.locale, timeZone }),
    mayAttach: !isFinal(quote.status) && may('request_quotes'),
    counterMessage: counter?.message ?? '',
    hasSeveralVersions: versions.length > 1,
    costCentres: centres.filter(({ isActive }) => isActive).map(({ code, name }) => ({ code, name })),
    purchaseOrder: quote.purchaseOrderId,
    mayAnswer: quote.status === 'offered' && may('request_quotes'),
    mayAccept: quote.status === 'offered' && may('submit_purchase_orders'),
    mayWithdraw: quote.status === 'requested' && may('request_quotes'),
    template: templateView(newest ? templateOf(newest) : null, {
      ...{ orders, people, formats, timeZone, at: context.deps.now() },
      orderPages: '/company/purchase-orders',
    }),
    nextTurn:
      seen.template && may('submit_purchase_orders') && mayOrderAgain(seen.template, context.deps.now())
        ? seen.template.lastTurn + 1
        : null,
    offer: newest && {
      version: newest.version,
      validUntil: newest.validUntil,
      message: newest.message,
      isPartial: newest.partAcceptance,
      terms: newest.terms,
      total: amount(newest.totalMinor),
      freight: amount(newest.freightMinor),
      tax: amount(newest.taxMinor),
      payable: amount(newest.payableMinor),
    },
    lines: newest
      ? newest.lines.map((line) => ({
          line: line.line,
          sku: line.sku,
          title: line.title,
          configuration: wordsOf(line),
          isTaken: isTaken(line.line),
          quantity: decimalBody(line.quantity),
          price: decimalBody(line.unitPrice, 2),
          wanted: counterText(counter?.lines.find((each) => each.line === line.line)),
          total: amount(line.lineTotalMinor) as Money | null,
        }))
      : lines.map((line) => ({
          line: line.line,
          sku: line.sku,
          title: line.title,
          configuration: wordsOf(line),
          isTaken: true,
          quantity: decimalBody(line.quantity),
          price: line.targetPrice === null ? '' : decimalBody(line.targetPrice, 2),
          wanted: '',
          total: null as Money | null,
        })),
  };
}

/** What the buyer would pay instead, and how many of it. */
const counterText = (line: { unitPrice: string; quantity: string } | undefined) =>
  line ? `${decimalBody(line.quantity)} × ${decimalBody(line.unitPrice, 2)}` : '';

export default function Quote() {
  const t = useMessages('quotes');
  const to = useLocalePath();
  const formats = useFormats();
  const quote = useLoaderData<typeof loader>();
  const { offer, lines } = quote;
  const at = (noun: string) => to(`/company/quotes/${quote.id}/${noun}`);
  return (
    <>
      <PageHead
        title={quote.number}
        lead={quote.unit}
        actions={
          <>
            {offer && <a href={at(`versions/${offer.version}/pdf`)}>{t('pdf')}</a>}
            {quote.hasSeveralVersions && <ButtonLink to={at('versions')}>{t('compare')}</ButtonLink>}
            <StateBadge state={quote.status} label={t(`status_${quote.status}`)} />
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
        <Card title={offer ? t('version', { version: offer.version }) : t('lines')}>
          {offer?.message && <p className="mb-4 max-w-text">{offer.message}</p>}
          <DataTable
            caption={t('lines')}
            rows={lines}
            rowKey={({ line }) => String(line)}
            empty={null}
            columns={[
              {
                key: 'article',
                label: t('article'),
                cell: ({ sku, title, configuration, isTaken }) => (
                  <>
                    {title} ({sku})
                    {[configuration, !isTaken && t('notTaken')].filter(Boolean).map((said) => (
                      <span key={String(said)} className="block text-sm text-ink-soft">
                        {said}
                      </span>
                    ))}
                  </>
                ),
              },
              { key: 'quantity', label: t('quantity'), isNumber: true, cell: ({ quantity }) => quantity },
              {
                key: 'price',
                label: offer ? t('unitPrice') : t('target'),
                isNumber: true,
                cell: ({ price }) => <bdi>{price}</bdi>,
              },
              ...(lines.some(({ wanted }) => wanted)
                ? [
                    {
                      key: 'wanted',
                      label: t('target'),
                      isNumber: true,
                      cell: ({ wanted }: (typeof lines)[number]) => <bdi>{wanted}</bdi>,
                    },
                  ]
                : []),
              {
                key: 'total',
                label: t('lineTotal'),
                isNumber: true,
                cell: ({ total }) => total && <MoneyText amount={total} />,
              },
            ]}
          />
        </Card>
        <div className="grid gap-6">
          <WhatWasSaid {...quote} />
          {offer && (
            <Card title={t('payable')}>
              <AmountList
                facts={[
                  { label: t('total'), value: <MoneyText amount={offer.total} /> },
                  { label: t('freight'), value: <MoneyText amount={offer.freight} /> },
                  { label: t('tax'), value: <MoneyText amount={offer.tax} /> },
                  { label: t('payable'), value: <MoneyText amount={offer.payable} />, isTotal: true },
                ]}
              />
              <p className="mt-3 text-ink-soft">
                {t('terms')} {offer.terms}
              </p>
              <p className="mt-3 text-ink-soft">
                {t('validUntil')} {formatInstant(new Date(offer.validUntil), formats, quote.timeZone)}
              </p>
            </Card>
          )}
          {quote.template && (
            <RepeatOrders template={quote.template}>
              {quote.nextTurn !== null && offer && (
                <Form method="post" action={at('orders')} className="mt-4 grid gap-3">
                  <BuyingAsField />
                  <input type="hidden" name="version" value={offer.version} />
                  <input type="hidden" name="turn" value={quote.nextTurn} />
                  <OrderFields costCentres={quote.costCentres} />
                  <SubmitButton tone="primary" action={at('orders')}>
                    {t('orderAgain')}
                  </SubmitButton>
                  <p className="text-sm text-ink-soft">{t('orderAgainText')}</p>
                </Form>
              )}
            </RepeatOrders>
          )}
          {quote.mayAccept && offer && (
            <Form method="post" action={at('acceptance')} className="grid gap-2">
              <BuyingAsField />
              <input type="hidden" name="version" value={offer.version} />
              <p className="text-ink-soft">{t('acceptText')}</p>
              {offer.isPartial && (
                <fieldset className="grid">
                  <input type="hidden" name="part" value="on" />
                  <legend className="sr-only">{t('lines')}</legend>
                  {lines.map(({ line, sku }) => (
                    <Checkbox
                      key={line}
                      id={`take-${line}`}
                      name="lines"
                      value={line}
                      label={t('takeLine', { sku })}
                      defaultChecked
                    />
                  ))}
                </fieldset>
              )}
              <OrderFields costCentres={quote.costCentres} />
              <SubmitButton tone="primary" action={at('acceptance')}>
                {t('accept')}
              </SubmitButton>
            </Form>
          )}
          {quote.mayAnswer && offer && (
            <>
              <Card title={t('counterTitle')}>
                <Form method="post" action={at('counters')} className="grid gap-3">
                  <BuyingAsField />
                  <input type="hidden" name="version" value={offer.version} />
                  {lines.map(({ line, sku, price, quantity }) => (
                    <div key={line} className="grid grid-cols-2 items-end gap-3">
                      <TextField
                        name={`price_${line}`}
                        label={t('yourPrice', { sku })}
                        inputMode="decimal"
                        defaultValue={price}
                      />
                      <TextField
                        name={`quantity_${line}`}
                        label={t('quantityWanted', { sku })}
                        inputMode="decimal"
                        defaultValue={quantity}
                      />
                    </div>
                  ))}
                  <TextField name="message" label={t('counterMessage')} isOptional maxLength={5_000} />
                  <SubmitButton action={at('counters')}>{t('counter')}</SubmitButton>
                </Form>
              </Card>
              <Form method="post" action={at('decline')} className="grid gap-2">
                <BuyingAsField />
                <input type="hidden" name="version" value={offer.version} />
                <TextField name="reason" label={t('reason')} />
                <SubmitButton action={at('decline')}>{t('decline')}</SubmitButton>
              </Form>
            </>
          )}
          {quote.mayWithdraw && (
            <Form method="post" action={at('withdrawal')}>
              <BuyingAsField />
              <SubmitButton action={at('withdrawal')}>{t('withdraw')}</SubmitButton>
            </Form>
          )}
          <QuoteFiles files={quote.files} action={quote.mayAttach && at('attachments')} />
          <Conversation
            comments={quote.comments}
            action={at('comments')}
            about={linesToSpeakOf(t, lines)}
            words={{
              title: t('comments'),
              none: t('commentsNone'),
              field: t('comment'),
              add: t('addComment'),
              deletedPerson: t('deletedPerson'),
            }}
          />
          {quote.purchaseOrder && !quote.template && (
            <p>
              <Link to={to(`/company/purchase-orders/${quote.purchaseOrder}`)}>{t('becameOrder')}</Link>
            </p>
          )}
        </div>
      </div>
    </>
  );
}
