import type { Member, StaffMember } from './company-scope';
import type { PersonId } from './ids';

/** Who does something, as what, and through what; every act and every trail is given one. */
export type Actor = {
  readonly person: PersonId;
  /** `page`, or `key:<id>` for what came through the API. */
  readonly via: string;
  /** The company they act in and the roles that count: their own, or those of the member they stand in for. */
  readonly member: Member | null;
  /** Set while one of our own people orders on a member's behalf: both names are recorded. */
  readonly standsInFor: PersonId | null;
  readonly staff: StaffMember | null;
};

export type MemberActor = Actor & { readonly member: Member };
export type StaffActor = Actor & { readonly staff: StaffMember };

/** Everyone who makes a document by this act: nobody of them approves it. */
export const makersOf = (actor: Actor): readonly PersonId[] =>
  actor.standsInFor ? [actor.person, actor.standsInFor] : [actor.person];
