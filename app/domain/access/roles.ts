import { type PersonId, type UnitId, unitId } from './ids';

/** What a member may be in a unit of a company: admin (people, units, policies), buyer (carts, quotes, purchase
 *  orders), approver, finance (invoices, budgets, credit), viewer. */
export const companyRoles = ['admin', 'buyer', 'approver', 'finance', 'viewer'] as const;
export type CompanyRole = (typeof companyRoles)[number];

/** What our own people are: rep (a portfolio of companies), manager (all portfolios), admin (the store itself). */
export const staffRoles = ['rep', 'manager', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

export type Role = CompanyRole | StaffRole;

/** The seller's own house. Staff roles are held here, and rules of the store are asked here. */
export const theStore: UnitId = unitId('store');

/** One role of one person in one unit; it holds in the units below as well (unit-tree.ts). */
export type RoleHeld = { readonly person: PersonId; readonly unit: UnitId; readonly role: Role };

export const isCompanyRole = (text: string): text is CompanyRole => (companyRoles as readonly string[]).includes(text);
