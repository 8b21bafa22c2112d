import { type AppLoadContext, redirect } from '@remix-run/node';
import type { Actor, MemberActor, StaffActor } from '#app/domain/access/actor.ts';
import { type CompanyScope, salesScope } from '#app/domain/access/company-scope.ts';
import { personId, unitId } from '#app/domain/access/ids.ts';
import { type CompanyPermission, type StaffPermission, memberMay, staffMay } from '#app/domain/access/permissions.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';
import { pathFor } from './locale.server';
import { safePath } from './safe-path';
import { type BuyingAsCompany, type Viewer, viewerOf } from './viewer.server';

/** The same answer for what is not there and for what is not yours. */
export const notFound = () => new Response(null, { status: 404 });

/** Where to go after signing in: the page asked for, and nothing outside of the shop. */
export function nextPath(request: Request, wanted: unknown): string {
  return safePath(wanted, new URL(request.url).origin) ?? pathFor(request, '/account');
}

const elsewhere = (request: Request, path: string) => {
  const { pathname, search } = new URL(request.url);
  const asked = request.method === 'GET' ? pathname + search.replace(/[?&]_routes=[^&]*/, '') : pathname;
  return redirect(pathFor(request, `${path}?next=${encodeURIComponent(asked)}`), { status: 303 });
};

export type SignedIn = Viewer & {
  readonly person: NonNullable<Viewer['person']>;
  readonly session: NonNullable<Viewer['session']>;
};

/** Sends whoever is not signed in to do so, and back. */
export async function requirePerson(request: Request, context: AppLoadContext): Promise<SignedIn> {
  const viewer = await viewerOf(request, context);
  if (viewer.awaits) throw elsewhere(request, '/sign-in/second-factor');
  if (!viewer.person || !viewer.session) throw elsewhere(request, '/sign-in');
  return viewer as SignedIn;
}

/** Whoever looks, as the acts and trails name them. Null for a visitor. */
export function actorOf(viewer: Viewer): Actor | null {
  const { person, buyingAs, staff } = viewer;
  if (!person) return null;
  const isCompany = buyingAs.kind !== 'consumer';
  return {
    person: personId(person.id),
    via: 'page',
    member: isCompany ? buyingAs.member : null,
    standsInFor: buyingAs.kind === 'stand_in' ? buyingAs.member.person : null,
    staff,
  };
}

export type AsMember = {
  readonly viewer: SignedIn;
  readonly actor: MemberActor;
  readonly buyingAs: BuyingAsCompany;
  readonly scope: CompanyScope;
};

/** Someone buying as a company, who may do this in the unit they buy for. */
export async function requireMember(
  request: Request,
  context: AppLoadContext,
  permission: CompanyPermission = 'see_documents',
): Promise<AsMember> {
  const viewer = await requirePerson(request, context);
  const { buyingAs, scope } = viewer;
  const actor = actorOf(viewer);
  if (buyingAs.kind === 'consumer' || !scope || !actor?.member) {
    if (viewer.memberships.length > 0) throw elsewhere(request, '/account/buying-as');
    throw notFound();
  }
  if (!memberMay(buyingAs.member, permission, unitId(buyingAs.unit.id))) throw notFound();
  return { viewer, actor: actor as MemberActor, buyingAs, scope };
}

export type AsStaff = { readonly viewer: SignedIn; readonly actor: StaffActor; readonly scope: CompanyScope };

/** One of our own people, who may do this; outside a demo only with a second factor. */
export async function requireStaff(
  request: Request,
  context: AppLoadContext,
  permission: StaffPermission = 'see_companies',
): Promise<AsStaff> {
  const viewer = await requirePerson(request, context);
  const { staff } = viewer;
  if (!staff) {
    const role = await findStaffRole(context.deps.db, { personId: viewer.person.id });
    throw role ? elsewhere(request, '/account/second-factor') : notFound();
  }
  if (!staffMay(staff, permission)) throw notFound();
  return { viewer, actor: actorOf(viewer) as StaffActor, scope: salesScope(staff) };
}

/** The id in an address; whatever is none leads to nothing. */
export function idParam(text: string | undefined): string {
  if (!text || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw notFound();
  return text.toLowerCase();
}
