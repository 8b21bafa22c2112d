import * as z from 'zod';
import { refused } from '#app/domain/outcome.ts';
import { browseProducts, currencyFor, productBodies } from '#app/http/api/browse-products.server.ts';
import { buyerOf } from '#app/http/api/buyer-of.server.ts';
import { answer, endpoint } from '#app/http/api/endpoint.ts';
import { productAnswer, productQuery, productsQuery } from '#app/http/api/schemas/product-list.ts';

export const getProducts = endpoint({
  method: 'GET',
  path: '/products',
  who: 'anyone',
  summary: 'What is sold to a buyer, at their own prices: searched, narrowed and sorted',
  query: productsQuery,
  answers: z.object({ items: z.array(productAnswer), next_cursor: z.string().nullable() }),
  async handle({ deps, client, query }) {
    const buyer = await buyerOf(deps, client, query);
    return buyer === undefined ? refused('not_found') : answer(await browseProducts(deps, buyer, query));
  },
});

export const getProduct = endpoint({
  method: 'GET',
  path: '/products/{handle}',
  who: 'anyone',
  summary: 'One product as a buyer sees it',
  query: productQuery,
  answers: productAnswer,
  async handle({ deps, client, params, query }) {
    const buyer = await buyerOf(deps, client, query);
    if (buyer === undefined) return refused('not_found');
    const currency = await currencyFor(deps, buyer, query.currency);
    const [body] = await productBodies(deps, { buyer, currency, at: deps.now(), handles: [params.handle ?? ''] });
    return body ? answer(body) : refused('not_found');
  },
});
