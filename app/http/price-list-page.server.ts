import type { AppLoadContext } from '@remix-run/node';
import { findListInScope, findRevision } from '#db/queries/price-revisions.server.ts';
import { type AsStaff, notFound, requireStaff } from './require-actor.server';

/** Where days are typed and shown for lists of no single company. */
export const storeTimeZone = 'Europe/Berlin';

export const revisionPath = (code: string, number: number | string): string =>
  `/sales/price-lists/${encodeURIComponent(code)}/revisions/${number}`;

/** A seller, and the list of this address if it is theirs to see. */
export async function sellersList(
  request: Request,
  context: AppLoadContext,
  params: Readonly<Record<string, string | undefined>>,
) {
  const as = await requireStaff(request, context, 'draft_price_lists');
  const list = await findListInScope(context.deps.db, { scope: as.scope, code: params.code ?? '' });
  if (!list) throw notFound();
  return { ...as, list, timeZone: list.company?.timeZone ?? storeTimeZone };
}

/** The same with one of its revisions. */
export async function sellersRevision(
  request: Request,
  context: AppLoadContext,
  params: Readonly<Record<string, string | undefined>>,
) {
  const found = await sellersList(request, context, params);
  const number = Number(params.n);
  const revision = Number.isSafeInteger(number)
    ? await findRevision(context.deps.db, { listId: found.list.id, number })
    : null;
  if (!revision) throw notFound();
  return { ...found, revision, path: revisionPath(found.list.code, revision.number) };
}

/** What an act on a revision is asked with. */
export const actOn = (
  { actor, scope }: AsStaff,
  params: Readonly<Record<string, string | undefined>>,
  version: number | null = null,
) => ({ actor, scope, code: params.code ?? '', number: Number(params.n) || 0, version });
