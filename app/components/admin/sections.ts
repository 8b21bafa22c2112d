import type { StaffPermission } from '#app/domain/access/permissions.ts';
import type { MessageKey } from '#app/messages/areas.ts';

type Link = {
  readonly to: string;
  readonly label: readonly ['admin', MessageKey<'admin'>] | readonly ['office', MessageKey<'office'>];
  readonly needs: StaffPermission;
  readonly isExact?: boolean;
};

/** The rail of the back office. A link stands there for whom its page opens. */
export const adminSections: readonly { readonly title: Link['label']; readonly links: readonly Link[] }[] = [
  {
    title: ['admin', 'section'],
    links: [
      { to: '/admin', label: ['office', 'today'], needs: 'manage_orders', isExact: true },
      { to: '/admin/orders', label: ['admin', 'orders'], needs: 'manage_orders' },
      { to: '/admin/products', label: ['admin', 'products'], needs: 'manage_catalog' },
      { to: '/admin/categories', label: ['admin', 'categories'], needs: 'manage_catalog' },
      { to: '/admin/returns', label: ['admin', 'returns'], needs: 'manage_orders' },
      { to: '/admin/reviews', label: ['office', 'reviewsLink'], needs: 'moderate_reviews' },
      { to: '/admin/stock', label: ['admin', 'stock'], needs: 'manage_stock' },
      { to: '/admin/codes', label: ['admin', 'codes'], needs: 'manage_promotions' },
      { to: '/admin/reminders', label: ['admin', 'reminders'], needs: 'manage_promotions' },
      { to: '/admin/settings', label: ['admin', 'settings'], needs: 'manage_shipping_and_tax' },
    ],
  },
  {
    title: ['office', 'section'],
    links: [
      { to: '/admin/staff', label: ['office', 'staff'], needs: 'manage_staff' },
      { to: '/admin/api-keys', label: ['office', 'keys'], needs: 'manage_staff' },
      { to: '/admin/webhooks', label: ['office', 'webhooks'], needs: 'manage_staff' },
      { to: '/admin/failed-jobs', label: ['office', 'failedJobs'], needs: 'manage_staff' },
    ],
  },
];
