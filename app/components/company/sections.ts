import type { CompanyPermission } from '#app/domain/access/permissions.ts';
import type { MessageKey } from '#app/messages/areas.ts';

type Section = {
  readonly title: MessageKey<'company'>;
  readonly links: readonly {
    readonly to: string;
    readonly label: MessageKey<'company'>;
    readonly needs?: CompanyPermission;
    readonly isExact?: boolean;
  }[];
};

/** The rail of the company's pages. A link that needs a permission stands there for who has it in the unit they buy for. */
export const companySections: readonly Section[] = [
  {
    title: 'sectionOrders',
    links: [
      { to: '/company/purchase-orders', label: 'purchaseOrders' },
      { to: '/company/approvals', label: 'approvals' },
      { to: '/company/quotes', label: 'quotes' },
      { to: '/company/statement', label: 'statement', needs: 'see_invoices' },
      { to: '/standing-orders', label: 'standingOrders' },
      { to: '/lists', label: 'lists', needs: 'fill_carts' },
      { to: '/quick-order', label: 'quickOrder', needs: 'fill_carts' },
      { to: '/company/part-numbers', label: 'partNumbers', needs: 'fill_carts' },
    ],
  },
  {
    title: 'sectionCompany',
    links: [
      { to: '/company', label: 'overview', isExact: true },
      { to: '/company/people', label: 'people' },
      { to: '/company/units', label: 'units' },
      { to: '/company/cost-centres', label: 'costCentres' },
      { to: '/company/delegations', label: 'delegations' },
      { to: '/company/policy', label: 'policy' },
      { to: '/company/tax-certificates', label: 'taxCertificates', needs: 'give_tax_certificates' },
      { to: '/company/settings', label: 'settings' },
    ],
  },
];
