import { isLastAdmin } from './permissions';
import type { StaffRole } from './roles';

export type StaffChangeRefusal = 'forbidden' | 'own_role' | 'last_store_admin';
export type StaffChange = {
  readonly actor: string;
  readonly person: string;
  /** Null: they work here no more. */
  readonly to: StaffRole | null;
  /** Who is an active admin of the store now. */
  readonly admins: readonly string[];
};

/** Null when it may be done: by an admin, to someone else, and never to the last admin there is. */
export function whyStaffStays({ actor, person, to, admins }: StaffChange): StaffChangeRefusal | null {
  if (isLastAdmin(admins, person) && to !== 'admin') return 'last_store_admin';
  if (!admins.includes(actor)) return 'forbidden';
  if (actor === person) return 'own_role';
  return null;
}
