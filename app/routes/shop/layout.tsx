import { Outlet } from '@remix-run/react';
import { StorefrontLayout } from '#app/components/shell/storefront-layout.tsx';
import { useShell } from '#app/components/shell/use-shell.ts';

export default function ShopLayout() {
  return (
    <StorefrontLayout shell={useShell()}>
      <Outlet />
    </StorefrontLayout>
  );
}
