import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { OfficeSearch } from '#app/components/admin/office-search.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { salesSections } from '#app/components/sales/sections.ts';
import { useShell } from '#app/components/shell/use-shell.ts';
import { WorkspaceLayout } from '#app/components/shell/workspace-layout.tsx';
import { openTo } from '#app/domain/access/permissions.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['sales', 'office'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, context);
  const links = salesSections.flatMap((section) => section.links);
  return { shown: openTo(actor.staff, links).map(({ to }) => to) };
}

export default function SalesLayout() {
  const t = useMessages('sales');
  const to = useLocalePath();
  const { shown } = useLoaderData<typeof loader>();
  const sections = salesSections.map(({ title, links }) => ({
    title: t(title),
    links: links
      .filter((link) => shown.includes(link.to))
      .map(({ to: path, label, isExact }) => ({ to: to(path), label: t(label), ...(isExact && { isExact }) })),
  }));
  return (
    <WorkspaceLayout
      shell={useShell()}
      title={t('title')}
      sections={sections}
      search={<OfficeSearch action="/sales/search" />}
    >
      <Outlet />
    </WorkspaceLayout>
  );
}
