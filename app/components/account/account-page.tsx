import type { ReactNode } from 'react';
import { useLocalePath, useMessages } from '../i18n/words';
import { Tabs } from '../ui/tabs';

/** The frame of one's own pages. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useMessages('account');
  const to = useLocalePath();
  const tabs = [
    { to: to('/account'), label: t('profile') },
    { to: to('/account/orders'), label: t('orders') },
    { to: to('/standing-orders'), label: t('standingOrders') },
    { to: to('/lists'), label: t('lists') },
    { to: to('/quick-order'), label: t('quickOrder') },
    { to: to('/account/addresses'), label: t('addresses') },
    { to: to('/account/cards'), label: t('cards') },
    { to: to('/account/security'), label: t('security') },
    { to: to('/account/privacy'), label: t('privacy') },
  ];
  return (
    <div className="grid gap-6">
      <h1 className="font-display text-3xl font-medium">{title}</h1>
      <Tabs label={t('title')} tabs={tabs} />
      {children}
    </div>
  );
}
