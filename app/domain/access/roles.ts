/** What a member may hold in a unit of their company; a role reaches down the tree.
 *  admin: people, units, policies. buyer: carts, quotes, purchase orders. approver: decides. finance: invoices,
 *  budgets, credit. viewer: looks. */
export const companyRoles = ['admin', 'buyer', 'approver', 'finance', 'viewer'] as const;
export type CompanyRole = (typeof companyRoles)[number];

/** People of the store. rep: a portfolio of companies. manager: beyond a rep's limit, all portfolios. admin: the shop. */
export const staffRoles = ['rep', 'manager', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];
