import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { ProductArticle } from '#app/components/shop/product-article.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalReply } from '#app/http/refusal-reply.server.ts';
import { movedOrMissing } from '#app/http/storefront/moved.server.ts';
import { productView } from '#app/http/storefront/product-view.server.ts';
import { readProduct } from '#app/http/storefront/read-product.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { writeReview } from '#app/use-cases/catalog/write-review.server.ts';
import { findProductPage } from '#db/queries/product-page.server.ts';

const reviewForm = z.object({
  stars: z.coerce.number().int().min(1).max(5),
  title: z.string().max(120).default(''),
  body: z.string().min(1).max(4000),
  name: z.string().min(1).max(60),
});

export const handle: RouteHandle = { messages: ['shop', 'product', 'forms'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [{ title: 'Tradepost' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const read = await readProduct(request, context, params.handle ?? '');
  if (!read) throw await movedOrMissing(request, context);
  return productView(request, context, read);
}

/** POST: a review. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, reviewForm);
  if (!form.ok) return formReply(form);
  const { person, locale } = await viewerOf(request, context);
  const page = await findProductPage(context.deps.db, { handle: params.handle ?? '' });
  if (!page || !person) return refusalReply(request, { ok: false, code: 'not_yours' });
  const { stars, title, body, name } = form.value;
  const review = { productId: page.id, personId: person.id, authorName: name, stars, title, body, locale };
  const done = await writeReview(context.deps, review);
  if (!done.ok) return refusalReply(request, done);
  return redirectWithFlash(request, context, `/products/${page.handle}`, {
    tone: 'good',
    area: 'product',
    key: 'reviewThanks',
  });
}

export default function Product() {
  const { form } = answerOf(useActionData());
  return <ProductArticle view={useLoaderData<typeof loader>()} {...(form && { answer: form })} />;
}
