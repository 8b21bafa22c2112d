import type { AppLoadContext } from '@remix-run/node';
import type { Deps } from '#app/deps.server.ts';
import {
  type CompanyScope,
  type Member,
  type StaffMember,
  companyScope,
  isInScope,
  salesScope,
} from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { unitAndBelow } from '#app/domain/access/unit-tree.ts';
import type { Locale } from '#app/domain/i18n/locales.ts';
import type { Market } from '#app/domain/checkout/markets.ts';
import type { ShopRules } from '#app/domain/settings/shop-rules.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Session, sessionStore } from '#app/integrations/auth/sessions.server.ts';
import {
  type Membership,
  type UnitRow,
  findMember,
  findMembership,
  listMemberships,
} from '#db/queries/memberships.server.ts';
import { type PersonAtDoor, findPersonAtDoor } from '#db/queries/persons.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { localeOf } from './locale.server';
import { readCartId, readMarket } from './remembered.server';
import { type Theme, readTheme } from './theme.server';

/** Buying as a unit of a company: as its member, or as one of our people for one of its members. */
export type BuyingAsCompany = {
  readonly kind: 'member' | 'stand_in';
  readonly memberId: string;
  readonly company: Membership['company'];
  readonly unit: UnitRow;
  readonly member: Member;
};
export type BuyingAs = { readonly kind: 'consumer' } | BuyingAsCompany;

/** Who looks at this page and for whom it is made; every page starts from it. */
export type Viewer = {
  readonly person: PersonAtDoor | null;
  /** The password was right and the second factor is still to come: signed in nowhere yet. */
  readonly awaits: { readonly personId: string } | null;
  readonly session: (Session & { readonly token: string }) | null;
  readonly staff: StaffMember | null;
  readonly buyingAs: BuyingAs;
  /** What they may see of the company they buy as; null for consumers. */
  readonly scope: CompanyScope | null;
  readonly memberships: readonly Membership[];
  readonly market: Market;
  /** Where the shop sells, delivers and what it taxes, at this moment. */
  readonly rules: ShopRules;
  /** The company's while buying as one, else the market's. */
  readonly currency: CurrencyCode;
  readonly locale: Locale;
  readonly theme: Theme;
  /** The cart this browser remembers; a signed-in buyer's own cart comes first. */
  readonly cartId: string | null;
};

const seen = new WeakMap<AppLoadContext, Promise<Viewer>>();

/** Asked once per request, however many loaders ask. */
export function viewerOf(request: Request, context: AppLoadContext): Promise<Viewer> {
  const known = seen.get(context);
  if (known) return known;
  const asked = readViewer(request, context.deps);
  seen.set(context, asked);
  return asked;
}

const consumer = { kind: 'consumer' } as const;

async function readViewer(request: Request, deps: Deps): Promise<Viewer> {
  const { db, settings } = deps;
  const rules = await readShopRules(db);
  const market = await readMarket(request, settings, rules.markets);
  const visitor: Viewer = {
    person: null,
    awaits: null,
    session: null,
    staff: null,
    buyingAs: consumer,
    scope: null,
    memberships: [],
    market,
    rules,
    currency: market.currency,
    locale: localeOf(request),
    theme: await readTheme(request),
    cartId: await readCartId(request, settings),
  };
  const sessions = sessionStore(db, settings);
  const token = sessions.tokenOf(request.headers.get('Cookie'));
  const session = token ? await sessions.validate(token) : null;
  const person = session && (await findPersonAtDoor(db, { id: session.personId }));
  if (!token || !session || !person) return visitor;
  const held = { ...visitor, session: { ...session, token } };
  if (person.hasSecondFactor && session.assurance < 2) return { ...held, awaits: { personId: person.id } };

  // staff without a second factor sign in as anybody else, to enrol; a demo has no authenticator at hand
  const isTrusted = settings.mode === 'demo' || session.assurance === 2;
  const staff: StaffMember | null =
    person.staffRole && isTrusted ? { person: personId(person.id), roles: [person.staffRole] } : null;
  const memberships = await listMemberships(db, { personId: person.id });
  const buyingAs = await readBuyingAs(deps, { session, memberships, staff, personId: person.id });
  return {
    ...held,
    person,
    staff,
    memberships,
    buyingAs,
    scope: buyingAs.kind === 'consumer' ? null : companyScope(buyingAs.member),
    currency: buyingAs.kind === 'consumer' ? market.currency : buyingAs.company.currency,
  };
}

/** Asked anew for every request: who was deactivated, or lost the unit, is a consumer from that moment. */
async function readBuyingAs(
  { db }: Deps,
  p: { session: Session; memberships: Membership[]; staff: StaffMember | null; personId: string },
): Promise<BuyingAs> {
  const { buyingAsUnitId, actingForMemberId } = p.session;
  if (!buyingAsUnitId) return consumer;
  if (actingForMemberId) {
    const found =
      p.staff && staffMay(p.staff, 'act_for_members') && (await findMembership(db, { memberId: actingForMemberId }));
    if (!found || !p.staff) return consumer;
    const { company } = found;
    const place = { company: companyId(company.id), unit: null, rep: company.repId ? personId(company.repId) : null };
    if (!isInScope(salesScope(p.staff), place)) return consumer;
    return atUnit(db, { kind: 'stand_in', membership: found, personId: found.personId, unit: buyingAsUnitId });
  }
  for (const membership of p.memberships) {
    const place = await atUnit(db, { kind: 'member', membership, personId: p.personId, unit: buyingAsUnitId });
    if (place.kind !== 'consumer') return place;
  }
  return consumer;
}

async function atUnit(
  db: Deps['db'],
  p: { kind: BuyingAsCompany['kind']; membership: Membership; personId: string; unit: string },
): Promise<BuyingAs> {
  const found = await findMember(db, { companyId: p.membership.company.id, personId: p.personId });
  const unit = found?.units.find(({ id }) => id === p.unit);
  if (!found || !unit) return consumer;
  const reached = found.member.roles.some((held) =>
    unitAndBelow(found.member.units, held.unit).includes(unitId(unit.id)),
  );
  if (!reached) return consumer;
  const { company } = p.membership;
  return { kind: p.kind, memberId: found.memberId, company, unit, member: found.member };
}
