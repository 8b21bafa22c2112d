import * as z from 'zod';
import { productBody, stockBody } from '#app/http/api/schemas/products.ts';
import { answer, endpoint } from '#app/http/api/endpoint.ts';
import { countStock } from '#app/use-cases/catalog/count-stock.server.ts';
import { upsertProduct } from '#app/use-cases/catalog/upsert-product.server.ts';

export const putProduct = endpoint({
  method: 'PUT',
  path: '/products/{handle}',
  who: 'store',
  summary: 'Makes a product, or changes what the body names',
  body: productBody,
  answers: z.object({ handle: z.string(), id: z.uuid(), created: z.boolean() }),
  async handle({ deps, params, body }) {
    const handle = params.handle ?? '';
    const done = await upsertProduct(deps, { handle, body });
    if (!done.ok) return done;
    return answer({ handle, id: done.value.id, created: done.value.wasCreated }, done.value.wasCreated ? 201 : 200);
  },
});

export const putStock = endpoint({
  method: 'PUT',
  path: '/stock/{sku}',
  who: 'store',
  summary: 'Says what is on the shelf',
  body: stockBody,
  answers: z.object({ sku: z.string(), stock: z.string() }),
  async handle({ deps, params, body, client }) {
    const sku = params.sku ?? '';
    const done = await countStock(deps, { sku, onHand: body.stock, reason: client.via });
    return done.ok ? answer({ sku, stock: body.stock }) : done;
  },
});
