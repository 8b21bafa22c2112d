import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Conversation } from '#app/components/ui/conversation.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { OfferForm } from '#app/components/quotes/offer-form.tsx';
import { QuoteFiles } from '#app/components/quotes/quote-files.tsx';
import { linesToSpeakOf } from '#app/components/quotes/lines-to-speak-of.ts';
import { RepeatOrders } from '#app/components/quotes/repeat-orders.tsx';
import { WhatWasSaid } from '#app/components/quotes/what-was-said.tsx';
import { staffMay } from '#app/domain/access/permissions.ts';
import { statusAt } from '#app/domain/quotes/quote-validity.ts';
import { isFinal, mayBeOffered } from '#app/domain/quotes/lifecycle.ts';
import { sellerQuoteView } from '#app/http/seller-quote-view.server.ts';
import { idParam, notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { findSellerQuote } from '#db/queries/quotes.server.ts';
import { listReps } from '#db/queries/sales-desk.server.ts';

export const handle: RouteHandle = { messages: ['quotes', 'desk'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, scope, viewer } = await requireStaff(request, context, 'answer_quotes');
  const seller = { scope, person: actor.person };
  const quote = await findSellerQuote(context.deps.db, { seller, id: idParam(params.quote) });
  if (!quote) throw notFound();
  const { staff } = actor;
  return {
    ...(await sellerQuoteView(context.deps, { quote, staff, locale: viewer.locale })),
    mayOffer: mayBeOffered(quote.status),
    isOffered: statusAt(quote, context.deps.now()) === 'offered',
    isRequested: quote.status === 'requested',
    isOpen: !isFinal(quote.status),
    reps: staffMay(staff, 'assign_portfolios') && !isFinal(quote.status) ? await listReps(context.deps.db) : [],
    holder: quote.holderId ?? '',
    mayDecide: quote.status === 'awaiting_approval' && !staff.roles.includes('rep'),
  };
}

export default function SellerQuote() {
  const t = useMessages('quotes');
  const td = useMessages('desk');
  const to = useLocalePath();
  const quote = useLoaderData<typeof loader>();
  const { lines } = quote;
  const at = (noun: string) => to(`/sales/quotes/${quote.id}/${noun}`);
  return (
    <>
      <PageHead
        title={quote.number}
        lead={quote.company}
        actions={
          <>
            {quote.version > 0 && <a href={at(`versions/${quote.version}/pdf`)}>{t('pdf')}</a>}
            {quote.version > 1 && <ButtonLink to={at('versions')}>{t('compare')}</ButtonLink>}
            <StateBadge state={quote.status} label={t(`status_${quote.status}`)} />
          </>
        }
      />
      <div className="grid items-start gap-6 2xl:grid-cols-[1fr_24rem]">
        <div className="grid min-w-0 gap-6">
          <Card title={quote.version > 0 ? t('version', { version: quote.version }) : t('lines')}>
            <DataTable
              caption={t('lines')}
              rows={lines}
              rowKey={({ line }) => String(line)}
              empty={null}
              columns={[
                {
                  key: 'article',
                  label: t('article'),
                  cell: ({ sku, title, configuration, note, wantedOn }) => (
                    <>
                      {title} ({sku})
                      {configuration && <span className="block text-sm text-ink-soft">{configuration}</span>}
                      {(note || wantedOn) && (
                        <span className="block text-sm text-ink-soft">
                          {[wantedOn && t('wantedBy', { day: wantedOn }), note].filter(Boolean).join(' · ')}
                        </span>
                      )}
                    </>
                  ),
                },
                { key: 'quantity', label: t('quantity'), isNumber: true, cell: ({ quantity }) => quantity },
                { key: 'target', label: t('target'), isNumber: true, cell: ({ wanted }) => wanted },
                { key: 'offered', label: t('unitPrice'), isNumber: true, cell: ({ offered }) => offered },
                {
                  key: 'today',
                  label: t('today'),
                  isNumber: true,
                  cell: ({ today, publicPrice }) => <Two first={today} label={t('public')} second={publicPrice} />,
                },
                {
                  key: 'paid',
                  label: t('lastPaid'),
                  isNumber: true,
                  cell: ({ lastPaid, paidBefore, similarPay }) => (
                    <>
                      <Two first={lastPaid} label={t('similarPay')} second={similarPay} />
                      {paidBefore.map((text, place) => (
                        <span key={place} className="block text-sm text-ink-faint">
                          {text}
                        </span>
                      ))}
                    </>
                  ),
                },
                {
                  key: 'cost',
                  label: t('cost'),
                  isNumber: true,
                  cell: ({ cost, margin }) => <Two first={cost} label={t('margin')} second={margin} />,
                },
                { key: 'discount', label: t('discount'), isNumber: true, cell: ({ discount }) => discount },
              ]}
            />
          </Card>
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
          <QuoteFiles files={quote.files} action={quote.isOpen && at('attachments')} />
          <Conversation
            comments={quote.internalNotes}
            action={at('notes')}
            about={linesToSpeakOf(t, lines)}
            words={{
              title: t('notesTitle'),
              none: t('notesNone'),
              field: t('noteField'),
              add: t('addNote'),
              deletedPerson: t('deletedPerson'),
            }}
          />
        </div>
        <div className="grid gap-6">
          <WhatWasSaid {...quote} />
          {quote.isLead && (
            <Card title={t('leadTitle')}>
              <p className="mb-3">{t('leadText')}</p>
              <Link to={to('/sales/companies')}>{t('leadLink')}</Link>
            </Card>
          )}
          {quote.repeatOrders && <RepeatOrders template={quote.repeatOrders} />}
          {quote.mayOffer && !quote.isLead && <OfferForm quote={quote} />}
          {quote.isOffered && (
            <Card title={t('extendTitle')}>
              <Form method="post" action={at('extension')} className="mb-4 grid gap-3">
                <TextField type="date" name="valid_day" label={t('validDay')} defaultValue={quote.validDay} />
                <TextField name="message" label={t('message')} isOptional />
                <SubmitButton action={at('extension')}>{t('extend')}</SubmitButton>
              </Form>
              <Form method="post" action={at('withdrawal')} className="grid gap-3">
                <TextField name="reason" label={t('reason')} />
                <SubmitButton action={at('withdrawal')}>{t('withdrawOffer')}</SubmitButton>
              </Form>
            </Card>
          )}
          {quote.isRequested && (
            <Card title={t('rejectTitle')}>
              <Form method="post" action={at('rejection')} className="grid gap-3">
                <TextField name="reason" label={t('reason')} required />
                <SubmitButton action={at('rejection')}>{t('rejectRequest')}</SubmitButton>
              </Form>
            </Card>
          )}
          {quote.reps.length > 0 && (
            <Card>
              <Form method="post" action={at('holder')} className="grid gap-3">
                <SelectField
                  name="rep"
                  label={td('handTo')}
                  defaultValue={quote.holder}
                  options={quote.reps.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <SubmitButton action={at('holder')}>{td('hand')}</SubmitButton>
              </Form>
            </Card>
          )}
          {quote.mayDecide && (
            <Card title={t('approvalTitle')}>
              <Form method="post" action={at('approvals')} className="mb-4 grid">
                <input type="hidden" name="version" value={quote.version} />
                <SubmitButton tone="primary" action={at('approvals')}>
                  {t('approve')}
                </SubmitButton>
              </Form>
              <Form method="post" action={at('returns')} className="grid gap-3">
                <input type="hidden" name="version" value={quote.version} />
                <TextField name="reason" label={t('reason')} />
                <SubmitButton action={at('returns')}>{t('reject')}</SubmitButton>
              </Form>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

/** A number, and below it another to hold it against. */
function Two({ first, label, second }: { first: string; label: string; second: string }) {
  return (
    <>
      {first}
      {second && (
        <span className="block text-sm text-ink-soft">
          {label} {second}
        </span>
      )}
    </>
  );
}
