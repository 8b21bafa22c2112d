import type { Actor, MemberActor, StaffActor } from '#app/domain/access/actor.ts';
import { isInScope, salesScope } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { type CompanyPermission, memberMay, staffMay } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { Quote, SellerQuote } from '#db/queries/quotes.server.ts';

type Place = Pick<Quote, 'companyId' | 'unitId' | 'company'>;

/** A member of the company who may do this in the quote's unit. One of our own people standing in for a member asks for
 *  them, but never answers an offer in their name: that would be both sides of it. */
export function asBuyer(
  actor: Actor,
  quote: Place,
  permission: CompanyPermission,
): Outcome<MemberActor, 'not_yours' | 'forbidden'> {
  const { member } = actor;
  if (!member || member.company !== quote.companyId || actor.standsInFor) return refused('not_yours');
  return memberMay(member, permission, unitId(quote.unitId)) ? ok({ ...actor, member }) : refused('forbidden');
}

/** One of our own people in whose portfolio it is, or to whom it was handed on. */
export function asSeller(
  actor: Actor,
  quote: Place & Pick<SellerQuote, 'holderId'>,
): Outcome<StaffActor, 'not_yours' | 'forbidden'> {
  const { staff } = actor;
  if (!staff) return refused('not_yours');
  if (!staffMay(staff, 'answer_quotes')) return refused('forbidden');
  const isTheirs = isInScope(salesScope(staff), {
    company: companyId(quote.companyId),
    unit: unitId(quote.unitId),
    rep: quote.company.repId ? personId(quote.company.repId) : null,
  });
  return isTheirs || quote.holderId === staff.person ? ok({ ...actor, staff }) : refused('not_yours');
}
