import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ReviewForm } from '#app/components/shop/review-form.tsx';
import { shownName } from '#app/domain/catalog/reviews.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound, requirePerson } from '#app/http/require-actor.server.ts';
import { reviewForm } from '#app/http/review-form.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { writeReview } from '#app/use-cases/reviews/write-review.server.ts';
import { findProductPage } from '#db/queries/product-page.server.ts';
import { findOrderToReview } from '#db/queries/reviews.server.ts';

export const handle: RouteHandle = { messages: ['reviews', 'product', 'forms'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Tradepost' },
  { name: 'robots', content: 'noindex' },
];

async function productOf({ deps }: AppLoadContext, handleGiven: string | undefined) {
  const page = await findProductPage(deps.db, { handle: handleGiven ?? '' });
  if (!page) throw notFound();
  return page;
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const page = await productOf(context, params.handle);
  const bought = await findOrderToReview(context.deps.db, { productId: page.id, by: { personId: person.id } });
  return {
    handle: page.handle,
    title: wordsIn(page.title, localeOf(request)),
    name: shownName(person.name),
    mayWrite: bought !== null,
  };
}

/** POST: a review by somebody signed in who bought it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const page = await productOf(context, params.handle);
  const form = await parseForm(request, reviewForm);
  if (!form.ok) return formReply(form);
  const { stars, title, body, name } = form.value;
  const done = await writeReview(context.deps, {
    ...{ productId: page.id, by: { personId: person.id }, authorName: name },
    ...{ stars, title, body, locale: localeOf(request) },
  });
  if (!done.ok) return refusalInForm(request, done, form);
  return redirectWithFlash(request, context, `/products/${page.handle}`, {
    tone: 'good',
    area: 'product',
    key: 'reviewThanks',
  });
}

export default function WriteReview() {
  const t = useMessages('reviews');
  const words = useMessages('product');
  const to = useLocalePath();
  const { handle: own, title, name, mayWrite } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <div className="mx-auto grid w-full max-w-[38rem] gap-5 py-6">
      <header className="grid gap-2">
        <h1 className="font-display text-3xl font-medium">{t('askFormOf', { product: title })}</h1>
        <p className="text-ink-soft">{mayWrite || form ? t('writeLead') : words('reviewOnly')}</p>
        <p>
          <Link to={to(`/products/${own}`)} className="underline underline-offset-2">
            {title}
          </Link>
        </p>
      </header>
      {(mayWrite || form) && <ReviewForm name={name} action={to(`/products/${own}/reviews`)} answer={form} />}
    </div>
  );
}
