import { type AppLoadContext, redirect } from '@remix-run/node';
import * as z from 'zod';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { unitAndBelow } from '#app/domain/access/unit-tree.ts';
import type { OrderScope } from '#db/queries/orders.server.ts';
import { isDay, mostEvery, standingPeriods } from '#app/domain/standing-orders/schedule.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import type { StandingActor } from '#app/use-cases/standing-orders/change-standing-order.server.ts';
import type { WantedLine } from '#app/use-cases/standing-orders/resolve-run.server.ts';
import { type StandingOrder, findStandingOrder } from '#db/queries/standing-orders.server.ts';
import { buyingAsField, buyingAsRefusal } from './buying-as.server';
import { redirectWithFlash } from './flash.server';
import { parseForm } from './form';
import { pathFor } from './locale.server';
import { refusalRedirect } from './refusal-reply.server';
import type { RefusalCode } from './refusals';
import { type SignedIn, actorOf, idParam, notFound, requirePerson } from './require-actor.server';

export type StandingKeeper = StandingActor & { viewer: SignedIn; orders: OrderScope };

/** Whoever sees standing orders: a consumer their own; a member those of the unit they buy for and the ones below. */
export async function requireStandingKeeper(request: Request, context: AppLoadContext): Promise<StandingKeeper> {
  const viewer = await requirePerson(request, context);
  const actor = actorOf(viewer);
  if (!actor) throw notFound();
  const { buyingAs, person } = viewer;
  if (buyingAs.kind === 'consumer') {
    const own = { kind: 'person' as const, personId: person.id };
    return { viewer, actor, personId: person.id, reader: own, orders: own };
  }
  const { member, company, unit } = buyingAs;
  if (!memberMay(member, 'see_documents', unitId(unit.id))) throw notFound();
  const at = { kind: 'company' as const, companyId: company.id, unitIds: [unit.id] };
  const unitIds = unitAndBelow(member.units, unitId(unit.id));
  return { viewer, actor, personId: member.person, reader: { ...at, kind: 'member', unitIds }, orders: at };
}

export async function standingOrderOf(
  request: Request,
  context: AppLoadContext,
  params: { standing?: string | undefined },
): Promise<{ keeper: StandingKeeper; order: StandingOrder }> {
  const keeper = await requireStandingKeeper(request, context);
  const order = await findStandingOrder(context.deps.db, { reader: keeper.reader, id: idParam(params.standing) });
  if (!order) throw notFound();
  return { keeper, order };
}

/** The day that names a run in an address. */
export function dayParam(text: string | undefined): string {
  if (!text || !isDay(text)) throw notFound();
  return text;
}

const quantity = z
  .string()
  .trim()
  .regex(/^\d{1,9}([.,]\d{1,6})?$/, 'not_a_number')
  .transform((text) => text.replace(',', '.'));

/** Quantities by the numbers of their lines: `quantity.l3`. */
export const quantityFields = { quantity: z.record(z.string().regex(/^l[1-9]\d{0,5}$/), quantity).default({}) };
export const wantedOf = (quantities: Readonly<Record<string, string>>): WantedLine[] =>
  Object.entries(quantities).map(([name, many]) => ({ line: Number(name.slice(1)), quantity: many }));

const day = z.string().refine(isDay, 'invalid');
export const dayField = day;
export const openDayField = z.union([z.literal('').transform(() => null), day]).default(null);

/** How often, from when and until when, and how much dearer it may become unasked. */
export const rhythmFields = {
  name: z.string().trim().min(1).max(100),
  every: z.coerce.number().int().min(1).max(mostEvery.day),
  period: z.enum(standingPeriods),
  first: day,
  ends: openDayField,
  tolerance: z
    .string()
    .trim()
    .regex(/^\d{1,3}([.,]\d{1,4})?$/, 'not_a_number')
    .transform((text) => text.replace(',', '.')),
};

export const standingPath = (id: string): string => `/standing-orders/${id}`;

export type StandingArguments = {
  request: Request;
  params: { standing?: string; run?: string };
  context: AppLoadContext;
};

/** Whoever opens the address of an act is led to the standing order. */
export const toStandingOrder = ({ request, params }: Pick<StandingArguments, 'request' | 'params'>) =>
  redirect(pathFor(request, standingPath(idParam(params.standing))));

/** One act from its page: back to it with what was done, or why not. */
export async function actOnStandingOrder<Shape extends z.ZodRawShape>(
  { request, params, context }: StandingArguments,
  shape: Shape,
  act: (p: {
    keeper: StandingKeeper;
    id: string;
    form: z.output<z.ZodObject<Shape>>;
  }) => Promise<Outcome<unknown, RefusalCode>>,
  done: MessageKey<'standing'>,
): Promise<Response> {
  const keeper = await requireStandingKeeper(request, context);
  const id = idParam(params.standing);
  const path = standingPath(id);
  const form = await parseForm(request, z.object({ ...shape, ...buyingAsField }));
  if (!form.ok) return refusalRedirect(request, context, path, { ok: false, code: 'invalid_form' });
  const moved = buyingAsRefusal(keeper.viewer, form.value as { buying_as?: string });
  if (moved) return refusalRedirect(request, context, path, moved);
  const outcome = await act({ keeper, id, form: form.value as never });
  if (!outcome.ok) return refusalRedirect(request, context, path, outcome);
  return redirectWithFlash(request, context, path, { tone: 'good', area: 'standing', key: done });
}
