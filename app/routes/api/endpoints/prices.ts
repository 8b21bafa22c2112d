import * as z from 'zod';
import { toExact } from '#app/domain/money/exact.ts';
import { refused } from '#app/domain/outcome.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import type { LineProblem, LineToPrice } from '#app/domain/pricing/price-terms.ts';
import { buyerOf } from '#app/http/api/buyer-of.server.ts';
import { answer, endpoint } from '#app/http/api/endpoint.ts';
import { linePriceBody } from '#app/http/api/price-answer.ts';
import { pricesBody } from '#app/http/api/schemas/prices.ts';
import type { LineBody } from '#app/http/api/shapes.ts';
import { translator } from '#app/messages/translate.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';

const lineToPrice = (body: LineBody, index: number): LineToPrice => ({
  line: body.line ?? index + 1,
  sku: body.sku,
  quantity: toExact(body.quantity),
  choice: {
    plan: body.plan ?? null,
    modules: (body.modules ?? []).map(({ code, quantity }) => ({
      code,
      quantity: quantity ? toExact(quantity) : null,
    })),
  },
  term: body.term ?? null,
});

const words = translator('en', 'pricing');

export const postPrices = endpoint({
  method: 'POST',
  path: '/prices',
  who: 'anyone',
  summary: 'What lines cost a buyer at a moment, and why',
  body: pricesBody,
  answers: z.object({ lines: z.array(z.record(z.string(), z.unknown())) }),
  async handle({ deps, client, body }) {
    const buyer = await buyerOf(deps, client, body);
    if (buyer === undefined) return refused('not_found');
    const at = body.at ? new Date(body.at) : deps.now();
    const lines = body.lines.map(lineToPrice);
    const terms = await loadPriceTerms(deps.db, {
      buyer,
      currency: body.currency,
      at,
      skus: lines.map(({ sku }) => sku),
    });
    const title = (code: LineProblem['code'], sku: string) => words(`problem_${code}`, { sku });
    return answer({ lines: priceDocument(lines, terms, at).map((line) => linePriceBody(line, body.currency, title)) });
  },
});
