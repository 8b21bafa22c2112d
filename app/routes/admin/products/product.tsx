import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Temporal } from 'temporal-polyfill';
import { ProductForm } from '#app/components/admin/products/product-form.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { bodyOf, changedPrices, priceColumns, productEditForm } from '#app/http/product-edit-form.server.ts';
import { differences } from '#app/http/product-edit-differences.ts';
import { productEditView } from '#app/http/product-edit-view.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { editProduct } from '#app/use-cases/catalog/edit-product.server.ts';
import { listCategories } from '#db/queries/categories.server.ts';

export const handle: RouteHandle = { messages: ['products'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(request, context, 'manage_catalog');
  const view = params.handle === 'new' ? null : await productEditView(context.deps, viewer.rules, params.handle ?? '');
  if (!view && params.handle !== 'new') throw notFound();
  const publishAt = view?.form.publishAt ?? null;
  return {
    product: view && { ...view.form, publishAt: undefined },
    publish: publishAt ? localTime(publishAt) : '',
    timeZone: storeTimeZone,
    prices: priceColumns(viewer.rules.markets).map(({ currency, isGross }) => ({ currency, isGross })),
    categories: (await listCategories(context.deps.db)).map(({ path }) => path),
  };
}

/** "2027-02-01T08:00" in the store's time zone, as a date field writes it. */
const localTime = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(storeTimeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
const instantOf = (text: string): Date =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(storeTimeZone).epochMilliseconds);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, viewer } = await requireStaff(request, context, 'manage_catalog');
  const form = await parseForm(request, productEditForm);
  if (!form.ok) return formReply(form);
  const { value } = form;
  const isNew = params.handle === 'new';
  const handle = isNew ? value.handle : (params.handle ?? '');
  const view = isNew ? null : await productEditView(context.deps, viewer.rules, handle);
  if (!view && !isNew) throw notFound();
  if (value.variants.every(({ sku }) => !sku))
    return formReply(fieldRefused(request, form, 'variants.0.sku', 'required'));
  const on = dayIn(context.deps.now(), storeTimeZone);
  const outcome = await editProduct(context.deps, {
    actor,
    handle,
    base: isNew ? 0 : value.base,
    newHandle: value.handle,
    body: bodyOf(value, view?.product ?? null),
    prices: changedPrices(viewer.rules, { variants: value.variants, shown: view?.shown ?? new Map(), on }),
    publishAt: value.status === 'draft' && value.publish ? instantOf(value.publish) : null,
  });
  if (!outcome.ok) {
    if (outcome.code === 'handle_taken') return formReply(fieldRefused(request, form, 'handle', 'already_taken'));
    if (outcome.code === 'stale_revision' && view) {
      const values = { ...form.values, base: String(view.form.base) };
      const t = translator(viewer.locale, 'products');
      const theirs = differences(form.values, view.form);
      return data({ form: { fields: {}, messages: [t('theirsTitle')], values }, theirs }, { status: 409 });
    }
    return refusalInForm(request, outcome, form);
  }
  const said = { tone: 'good', area: 'products', key: 'saved' } as const;
  return redirectWithFlash(request, context, `/admin/products/${outcome.value.handle}`, said);
}

export default function EditProduct() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as { theirs?: { field: string; stored: string; typed: string }[] } | undefined;
  return (
    <ProductForm
      key={page.product?.handle ?? 'new'}
      {...page}
      theirs={answer?.theirs ?? []}
      answer={answerOf(answer).form}
    />
  );
}
