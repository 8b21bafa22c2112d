import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/http/require-actor.server.ts';
import { configuratorOf } from '#app/http/storefront/product-view.server.ts';
import { readLine, readProduct } from '#app/http/storefront/read-product.server.ts';

/** What the form of a product page would cost as it stands, for the page to show without being loaded again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const read = await readProduct(request, context, params.handle ?? '');
  if (!read) throw notFound();
  const said = { sku: read.variant.sku, line: await readLine(context, read), configurator: configuratorOf(read) };
  return Response.json(said);
}
