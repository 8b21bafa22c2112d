import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useMessages } from '#app/components/i18n/words.tsx';
import { type ProductCardData, ProductGrid } from '#app/components/shop/product-card.tsx';
import { ProductGallery } from '#app/components/shop/product-gallery.tsx';
import { Purchase } from '#app/components/shop/purchase.tsx';
import { Reviews } from '#app/components/shop/reviews.tsx';
import { Stars } from '#app/components/shop/stars.tsx';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { DescriptionList } from '#app/components/ui/description-list.tsx';
import { Disclosure } from '#app/components/ui/disclosure.tsx';
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
  const t = useMessages('product');
  const view = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const { title, trail, pictures, description, facts, reviews } = view;
  return (
    <div className="grid gap-14">
      <div>
        <Breadcrumbs trail={trail} here={title} />
        <div className="grid gap-8 lg:grid-cols-[1fr_27rem] lg:grid-rows-[auto_1fr] lg:gap-x-12">
          <div className="min-w-0">
            <ProductGallery key={view.box.sku} pictures={pictures} />
          </div>
          <div className="grid min-w-0 content-start gap-4 lg:col-start-2 lg:row-span-2">
            <div className="grid gap-1.5">
              <h1 className="font-display text-3xl font-medium">{title}</h1>
              {reviews.rating && (
                <a href="#reviews" className="justify-self-start no-underline">
                  <Stars rating={reviews.rating} />
                </a>
              )}
            </div>
            <Purchase key={view.handle} {...view} />
          </div>
          <About description={description} facts={facts} />
        </div>
      </div>
      <Cards id="in-set" title={t('inSet')} products={view.sets} />
      <Cards id="bought-together" title={t('boughtTogether')} products={view.boughtTogether} />
      <Cards id="related" title={t('related')} products={view.related} />
      <Reviews data={reviews} {...(form && { answer: form })} />
    </div>
  );
}

type AboutProps = { description: string; facts: readonly { label: string; value: string }[] };

function About({ description, facts }: AboutProps) {
  const t = useMessages('product');
  return (
    <div className="min-w-0 border-t border-line">
      <Disclosure title={t('description')} isOpen>
        <div className="prose-plain max-w-text" dangerouslySetInnerHTML={{ __html: description }} />
      </Disclosure>
      <Disclosure title={t('facts')} isOpen>
        <DescriptionList facts={facts} />
      </Disclosure>
    </div>
  );
}

function Cards({ id, title, products }: { id: string; title: string; products: readonly ProductCardData[] }) {
  if (products.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-6">
      <h2 id={id} className="font-display text-2xl font-medium">
        {title}
      </h2>
      <ProductGrid products={products} />
    </section>
  );
}
