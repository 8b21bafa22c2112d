import type { Member, StaffMember } from './company-scope';
import type { UnitId } from './ids';
import type { CompanyRole, StaffRole } from './roles';
import { unitAndAbove } from './unit-tree';

/** Who may do what in a company, each in the unit their role is held in and below. Everyone with a role may look.
 *  Whether someone may decide on a document is not here: approvals/who-may-decide.ts answers that. */
export const companyPermissions = {
  see_prices: ['admin', 'buyer', 'approver', 'finance', 'viewer'],
  see_documents: ['admin', 'buyer', 'approver', 'finance', 'viewer'],
  fill_carts: ['admin', 'buyer'],
  request_quotes: ['admin', 'buyer'],
  submit_purchase_orders: ['admin', 'buyer'],
  edit_submitted_purchase_orders: ['admin', 'buyer', 'approver'],
  reorder: ['admin', 'buyer'],
  see_invoices: ['admin', 'finance'],
  see_credit: ['admin', 'finance'],
  set_budgets: ['admin', 'finance'],
  pay_invoices: ['admin', 'finance'],
  give_tax_certificates: ['admin', 'finance'],
  manage_people: ['admin'],
  manage_units: ['admin'],
  manage_policies: ['admin'],
} as const satisfies Record<string, readonly CompanyRole[]>;
export type CompanyPermission = keyof typeof companyPermissions;

/** Who of our own people may do what, in the companies their scope holds. */
export const staffPermissions = {
  see_companies: ['rep', 'manager', 'admin'],
  see_costs: ['rep', 'manager', 'admin'],
  answer_quotes: ['rep', 'manager', 'admin'],
  draft_price_lists: ['rep', 'manager', 'admin'],
  act_for_members: ['rep', 'manager', 'admin'],
  set_credit: ['manager', 'admin'],
  propose_credit: ['rep', 'manager', 'admin'],
  approve_companies: ['rep', 'manager', 'admin'],
  assign_portfolios: ['manager', 'admin'],
  see_figures: ['manager', 'admin'],
  manage_catalog: ['admin'],
  manage_orders: ['manager', 'admin'],
  manage_stock: ['admin'],
  manage_shipping_and_tax: ['admin'],
  manage_promotions: ['admin'],
  moderate_reviews: ['admin'],
  manage_staff: ['admin'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type StaffPermission = keyof typeof staffPermissions;

/** Whether the member may do this in the unit: their role is held there or above. */
export function memberMay(member: Member, permission: CompanyPermission, unit: UnitId): boolean {
  const allowed: readonly CompanyRole[] = companyPermissions[permission];
  const reaching = unitAndAbove(member.units, unit);
  return member.roles.some((held) => allowed.includes(held.role) && reaching.includes(held.unit));
}

/** Whether there is any unit at all where they may. */
export const memberMayAnywhere = (member: Member, permission: CompanyPermission): boolean =>
  member.roles.some(({ unit }) => memberMay(member, permission, unit));

/** Whether they may do it in the whole company: at the top of its tree. */
export const memberMayEverywhere = (member: Member, permission: CompanyPermission): boolean =>
  [...member.units].some(([unit, parent]) => parent === null && memberMay(member, permission, unit));

export const staffMay = (staff: StaffMember, permission: StaffPermission): boolean => {
  const allowed: readonly StaffRole[] = staffPermissions[permission];
  return staff.roles.some((role) => allowed.includes(role));
};

/** Which of these places open for one of our own people: what a menu shows. */
export const openTo = <Place extends { readonly needs?: StaffPermission }>(
  staff: StaffMember,
  places: readonly Place[],
): readonly Place[] => places.filter(({ needs }) => !needs || staffMay(staff, needs));

/** The same for a member: what opens in the unit they buy for. */
export const openInUnit = <Place extends { readonly needs?: CompanyPermission }>(
  member: Member,
  unit: UnitId,
  places: readonly Place[],
): readonly Place[] => places.filter(({ needs }) => !needs || memberMay(member, needs, unit));

/** Whose limits they may set: those of the roles below their own. */
export const mayLimit = (staff: StaffMember, role: StaffRole): boolean =>
  role === 'rep'
    ? staff.roles.includes('manager') || staff.roles.includes('admin')
    : role === 'manager' && staff.roles.includes('admin');

/** The last active admin of a company cannot leave, nor lose the role. */
export const isLastAdmin = (admins: readonly string[], person: string): boolean =>
  admins.includes(person) && admins.every((admin) => admin === person);
