import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ProductArticle } from '#app/components/shop/product-article.tsx';
import { movedOrMissing } from '#app/http/storefront/moved.server.ts';
import { productView } from '#app/http/storefront/product-view.server.ts';
import { readProduct } from '#app/http/storefront/read-product.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['shop', 'product', 'forms'] };
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [{ title: 'Tradepost' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const read = await readProduct(request, context, params.handle ?? '');
  if (!read) throw await movedOrMissing(request, context);
  return productView(request, context, read);
}

export default function Product() {
  return <ProductArticle view={useLoaderData<typeof loader>()} />;
}
