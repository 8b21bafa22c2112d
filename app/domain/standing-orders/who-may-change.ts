import type { Actor } from '../access/actor';
import { unitId } from '../access/ids';
import { memberMay } from '../access/permissions';

/** Somebody at a standing order. `personId`: in whose name they act, the member stood in for or they themselves. */
export type AtStandingOrder = { readonly actor: Pick<Actor, 'member'>; readonly personId: string };
export type Owned = { readonly ownerId: string; readonly unitId: string | null };

/** What is ordered in somebody's name is changed by them alone. */
export const isOwner = ({ personId }: Pick<AtStandingOrder, 'personId'>, order: Pick<Owned, 'ownerId'>): boolean =>
  order.ownerId === personId;

/** An admin of its unit, or of one above, may order it in their own name from now on. */
export const mayTakeOver = ({ actor }: AtStandingOrder, order: Pick<Owned, 'unitId'>): boolean =>
  order.unitId !== null && actor.member !== null && memberMay(actor.member, 'manage_people', unitId(order.unitId));

/** Skipped, paused and ended it is by its owner, or by whoever could take it over. */
export const mayStop = (who: AtStandingOrder, order: Owned): boolean => isOwner(who, order) || mayTakeOver(who, order);
