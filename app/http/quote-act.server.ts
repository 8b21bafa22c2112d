import { type AppLoadContext, redirect } from '@remix-run/node';
import * as z from 'zod';
import type { MemberActor, StaffActor } from '#app/domain/access/actor.ts';
import type { Outcome, Refused } from '#app/domain/outcome.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import { type SellerQuote, findQuote, findSellerQuote } from '#db/queries/quotes.server.ts';
import { decimalBody } from './api/shapes';
import { buyingAsField, buyingAsRefusal } from './buying-as.server';
import { redirectWithFlash } from './flash.server';
import { type InvalidForm, parseForm } from './form';
import { largestForm } from './limited-body.server';
import { pathFor } from './locale.server';
import { refusalRedirect } from './refusal-reply.server';
import type { RefusalCode } from './refusals';
import { idParam, notFound, requireMember, requireStaff } from './require-actor.server';

export type QuoteArguments = { request: Request; params: { quote?: string }; context: AppLoadContext };
type Done = MessageKey<'quotes'>;

/** Whoever opens the address of an act is led to the quote. */
export const toQuote = ({ request, params }: Pick<QuoteArguments, 'request' | 'params'>) =>
  redirect(pathFor(request, `/company/quotes/${params.quote ?? ''}`));
export const toSellerQuote = ({ request, params }: Pick<QuoteArguments, 'request' | 'params'>) =>
  redirect(pathFor(request, `/sales/quotes/${params.quote ?? ''}`));

const common = { version: z.coerce.number().int().positive().default(0), reason: z.string().max(2_000).default('') };

const whyNot = ({ messages }: InvalidForm) =>
  messages.some(({ key }) => key === 'form_too_large') ? ('file_too_large' as const) : ('invalid_form' as const);

/** One act of a buyer on a quote from its page: back to the page, with what was done or why not. */
export async function actAsBuyer<Shape extends z.ZodRawShape>(
  { request, params, context }: QuoteArguments,
  shape: Shape,
  act: (p: {
    actor: MemberActor;
    id: string;
    form: z.output<z.ZodObject<Shape & typeof common>>;
  }) => Promise<Outcome<unknown, RefusalCode>>,
  done: Done,
  most = largestForm,
): Promise<Response> {
  const { viewer, actor, scope } = await requireMember(request, context);
  const quote = await findQuote(context.deps.db, { scope, id: idParam(params.quote) });
  if (!quote) throw notFound();
  const path = `/company/quotes/${quote.id}`;
  const form = await parseForm(request, z.object({ ...common, ...shape, ...buyingAsField }), most);
  if (!form.ok) return refusalRedirect(request, context, path, { ok: false, code: whyNot(form) });
  const moved = buyingAsRefusal(viewer, form.value as { buying_as?: string });
  if (moved) return refusalRedirect(request, context, path, moved);
  const outcome = await act({ actor, id: quote.id, form: form.value as never });
  if (!outcome.ok) {
    const { version } = form.value as { version: number };
    return whyNotAsBuyer(request, context, { path, outcome, seen: version, newest: quote.offeredVersion });
  }
  return redirectWithFlash(request, context, path, { tone: 'good', area: 'quotes', key: done });
}

/** Whoever was too late reads what changed; where stock is short, of what. Anything else is said in its own words. */
async function whyNotAsBuyer(
  request: Request,
  context: AppLoadContext,
  p: { path: string; outcome: Refused<RefusalCode>; seen: number; newest: number | null },
): Promise<Response> {
  const { path, outcome, seen, newest } = p;
  if (outcome.code === 'stale_version' && newest !== null && seen > 0 && seen < newest)
    return refusalRedirect(request, context, `${path}/versions?from=${seen}&to=${newest}`, outcome);
  const short = outcome.code === 'out_of_stock' ? shortLines.safeParse(outcome.detail) : null;
  if (!short?.success) return refusalRedirect(request, context, path, outcome);
  const lines = short.data.lines.map(({ sku, available }) => `${sku} (${decimalBody(available)})`).join(', ');
  return redirectWithFlash(request, context, path, { tone: 'bad', area: 'quotes', key: 'shortOf', values: { lines } });
}

const shortLines = z.object({ lines: z.array(z.object({ sku: z.string(), available: z.string() })).min(1) });

/** One act of a seller, in the same way. */
export async function actAsSeller<Shape extends z.ZodRawShape>(
  { request, params, context }: QuoteArguments,
  shape: Shape,
  act: (p: {
    actor: StaffActor;
    quote: SellerQuote;
    form: z.output<z.ZodObject<Shape & typeof common>>;
  }) => Promise<Outcome<unknown, RefusalCode>>,
  done: Done,
  most = largestForm,
): Promise<Response> {
  const { actor, scope } = await requireStaff(request, context, 'answer_quotes');
  const seller = { scope, person: actor.person };
  const quote = await findSellerQuote(context.deps.db, { seller, id: idParam(params.quote) });
  if (!quote) throw notFound();
  const path = `/sales/quotes/${quote.id}`;
  const form = await parseForm(request, z.object({ ...common, ...shape }), most);
  if (!form.ok) return refusalRedirect(request, context, path, { ok: false, code: whyNot(form) });
  const outcome = await act({ actor, quote, form: form.value as never });
  if (!outcome.ok) return refusalRedirect(request, context, path, outcome);
  return redirectWithFlash(request, context, path, { tone: 'good', area: 'quotes', key: done });
}
