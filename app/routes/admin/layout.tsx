import { Outlet } from '@remix-run/react';
import { OfficeSearch } from '#app/components/admin/office-search.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { useShell } from '#app/components/shell/use-shell.ts';
import { WorkspaceLayout } from '#app/components/shell/workspace-layout.tsx';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['admin', 'office'] };

export default function AdminLayout() {
  const t = useMessages('admin');
  const office = useMessages('office');
  const sections = [
    {
      title: t('section'),
      links: [
        { to: '/admin', label: office('today'), isExact: true },
        { to: '/admin/orders', label: t('orders') },
        { to: '/admin/products', label: t('products') },
        { to: '/admin/categories', label: t('categories') },
        { to: '/admin/returns', label: t('returns') },
        { to: '/admin/reviews', label: office('reviewsLink') },
        { to: '/admin/stock', label: t('stock') },
        { to: '/admin/codes', label: t('codes') },
        { to: '/admin/reminders', label: t('reminders') },
        { to: '/admin/settings', label: t('settings') },
      ],
    },
    {
      title: office('section'),
      links: [
        { to: '/admin/staff', label: office('staff') },
        { to: '/admin/api-keys', label: office('keys') },
        { to: '/admin/webhooks', label: office('webhooks') },
        { to: '/admin/failed-jobs', label: office('failedJobs') },
      ],
    },
  ];
  return (
    <WorkspaceLayout shell={useShell()} title={t('title')} sections={sections} search={<OfficeSearch />}>
      <Outlet />
    </WorkspaceLayout>
  );
}
