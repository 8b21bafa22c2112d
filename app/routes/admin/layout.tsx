import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { OfficeSearch } from '#app/components/admin/office-search.tsx';
import { adminSections } from '#app/components/admin/sections.ts';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { useShell } from '#app/components/shell/use-shell.ts';
import { WorkspaceLayout } from '#app/components/shell/workspace-layout.tsx';
import { openTo } from '#app/domain/access/permissions.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['admin', 'office'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, context);
  const links = adminSections.flatMap((section) => section.links);
  return { shown: openTo(actor.staff, links).map(({ to }) => to) };
}

export default function AdminLayout() {
  const admin = useMessages('admin');
  const office = useMessages('office');
  const to = useLocalePath();
  const { shown } = useLoaderData<typeof loader>();
  const say = (label: (typeof adminSections)[number]['title']) =>
    label[0] === 'admin' ? admin(label[1]) : office(label[1]);
  const sections = adminSections
    .map(({ title, links }) => ({
      title: say(title),
      links: links
        .filter((link) => shown.includes(link.to))
        .map(({ to: path, label, isExact }) => ({ to: to(path), label: say(label), ...(isExact && { isExact }) })),
    }))
    .filter(({ links }) => links.length > 0);
  return (
    <WorkspaceLayout shell={useShell()} title={admin('title')} sections={sections} search={<OfficeSearch />}>
      <Outlet />
    </WorkspaceLayout>
  );
}
