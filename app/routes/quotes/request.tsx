import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { RequestLines, lineLabels } from '#app/components/quotes/request-lines.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { FileField } from '#app/components/ui/file-field.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { countryName } from '#app/domain/i18n/names.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { countriesServed } from '#app/domain/checkout/markets.ts';
import { isCompanyEmail, isEmail } from '#app/domain/identity/email-address.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import type { FormKey } from '#app/http/form-messages.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { largestUpload } from '#app/http/limited-body.server.ts';
import { localeOf, pathFor } from '#app/http/locale.server.ts';
import { askedLinesShape, linesAsked, linesToAskFor } from '#app/http/quote-request.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { actorOf } from '#app/http/require-actor.server.ts';
import { filesField, givenFiles } from '#app/http/uploads.server.ts';
import { type Viewer, viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { requestQuote } from '#app/use-cases/quotes/request-quote.server.ts';
import { requestQuoteAsGuest } from '#app/use-cases/quotes/request-quote-as-guest.server.ts';
import { listUnitRecords } from '#db/queries/company-record.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';

export const handle: RouteHandle = { messages: ['quotes'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Tradepost' }];

const shared = {
  lines: askedLinesShape,
  notes: z.string().max(5_000).default(''),
  wishes: z.string().max(5_000).default(''),
  ...filesField,
  ...buyingAsField,
};
const memberForm = z.object({
  ...shared,
  reference: z.string().max(100).default(''),
  ship_to: z.string().max(40).optional(),
  cart: z.literal('on').optional(),
});
const guestForm = z.object({
  ...shared,
  email: z
    .string()
    .refine(isEmail, { error: 'invalid_email' satisfies FormKey, abort: true })
    .refine(isCompanyEmail, { error: 'email_of_everyone' satisfies FormKey }),
  name: z.string().min(1).max(200),
  company_name: z.string().min(1).max(200),
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** Buying as a unit for which this member may ask. */
function buyerOf({ buyingAs }: Viewer) {
  if (buyingAs.kind === 'consumer') return null;
  return memberMay(buyingAs.member, 'request_quotes', unitId(buyingAs.unit.id)) ? buyingAs : null;
}

/** The units of the company that this member reaches and that have an address. */
async function placesOf(viewer: Viewer, context: LoaderFunctionArgs['context']) {
  const { buyingAs, scope } = viewer;
  if (buyingAs.kind === 'consumer' || scope?.kind !== 'units') return [];
  const units = await listUnitRecords(context.deps.db, { companyId: buyingAs.company.id });
  const within: readonly string[] = scope.units;
  return units.filter(({ id, address }) => address !== null && within.includes(id));
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request, context);
  const { lines, cartId } = await linesToAskFor(request, context, viewer);
  const buyer = buyerOf(viewer);
  return {
    title: translator(viewer.locale, 'quotes')('requestTitle'),
    lines,
    wishes: new URL(request.url).searchParams.get('wishes')?.slice(0, 5_000) ?? '',
    hasCart: cartId !== null && buyer !== null,
    unit: buyer ? { company: buyer.company.name, name: buyer.unit.name } : null,
    mayNotAsk: viewer.buyingAs.kind !== 'consumer' && !buyer,
    belongsToCompanies: viewer.buyingAs.kind === 'consumer' && viewer.memberships.length > 0,
    places: (await placesOf(viewer, context)).map(({ id, name, address }) => ({
      value: id,
      label: [name, address?.city].filter(Boolean).join(', '),
    })),
    known: { name: viewer.person?.name ?? '', email: viewer.person?.email ?? '' },
    countries: countriesServed(viewer.rules.markets),
    home: viewer.market.countries[0],
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await viewerOf(args.request, args.context);
  return viewer.buyingAs.kind === 'consumer' ? askAsGuest(args, viewer) : askAsMember(args, viewer);
}

async function askAsMember({ request, context }: ActionFunctionArgs, viewer: Viewer) {
  const { deps } = context;
  const form = await parseForm(request, memberForm, largestUpload);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const changed = buyingAsRefusal(viewer, value);
  if (changed) return refusalInForm(request, changed, form);
  const buyer = buyerOf(viewer);
  const actor = actorOf(viewer);
  const company = buyer && (await findOrderingCompany(deps.db, { id: buyer.company.id, unitId: buyer.unit.id }));
  if (!company || !actor) return refusalInForm(request, { ok: false, code: 'forbidden' }, form);
  const asked = linesAsked(value.lines);
  if ('missing' in asked) return formReply(fieldRefused(request, form, asked.missing, 'required'));
  const place = (await placesOf(viewer, context)).find(({ id }) => id === value.ship_to);
  if (value.ship_to && !place) return formReply(fieldRefused(request, form, 'ship_to', 'invalid_choice'));
  const { cartId } = value.cart ? await linesToAskFor(request, context, viewer) : { cartId: null };
  const { reference, notes, wishes } = value;
  const outcome = await requestQuote(deps, {
    actor,
    wanted: {
      company,
      currency: company.currency,
      reference,
      notes,
      wishes,
      shipTo: place?.address ?? null,
      cartId,
      lines: asked.lines,
      files: await givenFiles(value.files),
    },
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const said = { tone: 'good', area: 'quotes', key: 'doneRequested' } as const;
  return redirectWithFlash(request, context, `/company/quotes/${outcome.value.id}`, said);
}

async function askAsGuest({ request, context }: ActionFunctionArgs, viewer: Viewer) {
  const form = await parseForm(request, guestForm, largestUpload);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const changed = buyingAsRefusal(viewer, value);
  if (changed) return refusalInForm(request, changed, form);
  const asked = linesAsked(value.lines);
  if ('missing' in asked) return formReply(fieldRefused(request, form, asked.missing, 'required'));
  const outcome = await requestQuoteAsGuest(context.deps, {
    application: {
      companyName: value.company_name,
      vatNumber: null,
      country: value.country,
      place: null,
      personName: value.name,
      email: value.email,
      locale: localeOf(request),
      clientIp: context.clientIp,
    },
    lines: asked.lines,
    notes: value.notes,
    wishes: value.wishes,
    files: await givenFiles(value.files),
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirect(pathFor(request, '/check-your-mail'), { status: 303 });
}

export default function RequestQuote() {
  const t = useMessages('quotes');
  const to = useLocalePath();
  const formats = useFormats();
  const page = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const { unit, known } = page;
  const labels = {
    ...lineLabels(page.lines, t),
    ...{ email: t('companyEmail'), name: t('fullName'), company_name: t('companyName'), ship_to: t('shipTo') },
  };
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="font-display text-3xl font-medium">{t('requestTitle')}</h1>
      <p className="mt-2 mb-6 max-w-text text-ink-soft">
        {unit ? t('requestLead', { company: unit.company, unit: unit.name }) : t('requestLeadGuest')}
      </p>
      {page.belongsToCompanies && (
        <div className="mb-6">
          <Notice tone="info">
            <Link to={to('/account/buying-as?next=/quotes/request')}>{t('requestAsCompany')}</Link>
          </Notice>
        </div>
      )}
      {page.mayNotAsk && (
        <div className="mb-6">
          <Notice tone="info">{t('mayNotAsk')}</Notice>
        </div>
      )}
      <ErrorSummary answer={form} labels={labels} />
      {!page.mayNotAsk && (
        <Form method="post" encType="multipart/form-data" className="grid gap-6" noValidate>
          <BuyingAsField />
          {page.hasCart && <input type="hidden" name="cart" value="on" />}
          <RequestLines lines={page.lines} answer={form} />
          <TextArea
            label={t('wishes')}
            hint={t('wishesHint')}
            isOptional
            rows={2}
            {...fieldOf(form, 'wishes', page.wishes)}
          />
          {unit ? (
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField label={t('reference')} hint={t('referenceHint')} isOptional {...fieldOf(form, 'reference')} />
              {page.places.length > 1 && (
                <SelectField
                  label={t('shipTo')}
                  isOptional
                  options={[{ value: '', label: t('shipToUnit') }, ...page.places]}
                  {...fieldOf(form, 'ship_to')}
                />
              )}
            </div>
          ) : (
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField label={t('fullName')} autoComplete="name" required {...fieldOf(form, 'name', known.name)} />
              <TextField
                type="email"
                label={t('companyEmail')}
                autoComplete="email"
                required
                {...fieldOf(form, 'email', known.email)}
              />
              <TextField
                label={t('companyName')}
                autoComplete="organization"
                required
                {...fieldOf(form, 'company_name')}
              />
              <SelectField
                label={t('country')}
                autoComplete="country"
                options={page.countries.map((code) => ({ value: code, label: countryName(code, formats) }))}
                {...fieldOf(form, 'country', page.home)}
              />
            </div>
          )}
          <TextArea label={t('notes')} isOptional rows={3} {...fieldOf(form, 'notes')} />
          <FileField label={t('files')} hint={t('addFilesHint')} multiple isOptional />
          <div>
            <SubmitButton tone="primary" size="large">
              {t('requestQuote')}
            </SubmitButton>
            <p className="mt-2 text-sm text-ink-faint">{t('requestPromise')}</p>
          </div>
        </Form>
      )}
    </div>
  );
}
