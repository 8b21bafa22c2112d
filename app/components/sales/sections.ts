import type { StaffPermission } from '#app/domain/access/permissions.ts';
import type { MessageKey } from '#app/messages/areas.ts';

/** The rail of the pages our own people sell from. A link that needs a permission stands there for who has it. */
export const salesSections: readonly {
  readonly title: MessageKey<'sales'>;
  readonly links: readonly {
    readonly to: string;
    readonly label: MessageKey<'sales'>;
    readonly needs?: StaffPermission;
    readonly isExact?: boolean;
  }[];
}[] = [
  {
    title: 'sectionCustomers',
    links: [
      { to: '/sales', label: 'desk', isExact: true },
      { to: '/sales/quotes', label: 'quotes' },
      { to: '/sales/purchase-orders', label: 'purchaseOrders' },
      { to: '/sales/companies', label: 'companies' },
      { to: '/sales/team', label: 'team', needs: 'see_figures' },
    ],
  },
  {
    title: 'sectionPrices',
    links: [
      { to: '/sales/price-lists', label: 'priceLists' },
      { to: '/sales/price-preview', label: 'pricePreview' },
    ],
  },
];
