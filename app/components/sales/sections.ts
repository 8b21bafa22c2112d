import type { MessageKey } from '#app/messages/areas.ts';

/** The rail of the pages our own people sell from. */
export const salesSections: readonly {
  readonly title: MessageKey<'sales'>;
  readonly links: readonly { readonly to: string; readonly label: MessageKey<'sales'> }[];
}[] = [
  {
    title: 'sectionCustomers',
    links: [
      { to: '/sales/quotes', label: 'quotes' },
      { to: '/sales/purchase-orders', label: 'purchaseOrders' },
      { to: '/sales/companies', label: 'companies' },
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
