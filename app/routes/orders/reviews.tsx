import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { ReviewForm } from '#app/components/shop/review-form.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { shownName } from '#app/domain/catalog/reviews.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { refused } from '#app/domain/outcome.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { reviewForm } from '#app/http/review-form.ts';
import { showPictures } from '#app/http/storefront/pictures.server.ts';
import { readReviewToken } from '#app/integrations/review-link.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { writeReview } from '#app/use-cases/reviews/write-review.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { listProductsToReview } from '#db/queries/reviews.server.ts';

export const handle: RouteHandle = { messages: ['reviews', 'product', 'forms'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.heading ?? 'Tradepost' },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
];

const oneReview = reviewForm.extend({ product: z.string().min(1).max(200) });

/** Whoever holds the link of the mail may say what they think of what the order brought; no more opens to them. */
async function orderOfLink({ deps }: AppLoadContext, token: string | undefined) {
  const named = readReviewToken(deps.settings, token ?? '');
  const order = named && (await findOrder(deps.db, { scope: { kind: 'bearer', ...named }, id: named.orderId }));
  if (!order) throw notFound();
  return { order, products: await listProductsToReview(deps.db, { orderId: order.id }) };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order, products } = await orderOfLink(context, params.token);
  const locale = localeOf(request);
  const t = translator(locale, 'reviews');
  const pictureOf = ({ picture }: { picture: string | null }) => picture && { source: picture, alt: {} };
  const show = await showPictures(
    context.deps,
    products.map((one) => pictureOf(one) || null),
    locale,
  );
  const wanted = new URL(request.url).searchParams.get('product');
  const open = products.filter(({ review }) => review === null);
  const chosen = open.find(({ handle: own }) => own === wanted) ?? open[0];
  return {
    token: params.token ?? '',
    heading: t('askTitle'),
    number: order.number,
    name: shownName(order.shipTo.name),
    chosen: chosen ? { handle: chosen.handle, title: wordsIn(chosen.title, locale) } : null,
    products: products.map((one) => ({
      handle: one.handle,
      title: wordsIn(one.title, locale),
      picture: show(pictureOf(one) || null, ''),
      state: one.review && { code: one.review.status, label: t(`written_${one.review.status}`) },
      reason: one.review?.status === 'declined' ? one.review.reason : '',
    })),
  };
}

/** POST: what they think of one product. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, products } = await orderOfLink(context, params.token);
  const form = await parseForm(request, oneReview);
  if (!form.ok) return formReply(form);
  const { product, name, stars, title, body } = form.value;
  const found = products.find(({ handle: own }) => own === product);
  const done = found
    ? await writeReview(context.deps, {
        ...{ productId: found.id, by: { orderId: order.id }, authorName: name },
        ...{ stars, title, body, locale: localeOf(request) },
      })
    : refused('not_yours');
  if (!done.ok) return refusalInForm(request, done, form);
  return redirectWithFlash(request, context, `/reviews/${params.token}`, {
    tone: 'good',
    area: 'reviews',
    key: 'thanks',
  });
}

export default function ReviewsOfOrder() {
  const t = useMessages('reviews');
  const to = useLocalePath();
  const { token, number, name, chosen, products } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const written = form?.values.product;
  const current = products.find((one) => one.handle === written && !one.state) ?? chosen;
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-6 py-6">
      <header className="grid gap-2">
        <h1 className="font-display text-3xl font-medium">{t('askTitle')}</h1>
        <p className="max-w-text text-ink-soft">{t('askLead', { number })}</p>
      </header>
      {!chosen && (
        <p role="status" className="font-medium">
          {t(products.length > 0 ? 'askDone' : 'askNone')}
        </p>
      )}
      {products.length > 0 && (
        <section aria-labelledby="ordered" className="grid gap-3">
          <h2 id="ordered" className="sr-only">
            {t('askWhich')}
          </h2>
          <ul className="grid border-t border-line">
            {products.map(({ handle: own, title, picture, state, reason }) => (
              <li key={own} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
                <span className="size-14 shrink-0 overflow-hidden rounded bg-sunken">
                  <Picture picture={picture} sizes="56px" />
                </span>
                <span className="min-w-0 grow basis-40 font-medium">{title}</span>
                {state ? (
                  <StateBadge state={state.code} label={state.label} />
                ) : own === current?.handle ? (
                  <span className="text-sm text-ink-soft">{t('askNow')}</span>
                ) : (
                  <Link to={to(`/reviews/${token}?product=${encodeURIComponent(own)}`)} preventScrollReset>
                    {t('askThis')}
                    <span className="sr-only"> {title}</span>
                  </Link>
                )}
                {reason && (
                  <span className="basis-full text-sm text-ink-soft" dir="auto">
                    {t('writtenReason', { reason })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {current && (
        <section aria-labelledby="yours" className="grid gap-1">
          <h2 id="yours" className="text-lg font-semibold">
            {t('askFormOf', { product: current.title })}
          </h2>
          <ReviewForm
            key={current.handle}
            name={name}
            action={to(`/reviews/${token}`)}
            product={current.handle}
            answer={form}
          />
        </section>
      )}
    </div>
  );
}
