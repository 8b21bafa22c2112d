import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { salesSections } from '#app/components/sales/sections.ts';
import { useShell } from '#app/components/shell/use-shell.ts';
import { WorkspaceLayout } from '#app/components/shell/workspace-layout.tsx';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['sales'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context);
  return null;
}

export default function SalesLayout() {
  const t = useMessages('sales');
  const to = useLocalePath();
  const sections = salesSections.map(({ title, links }) => ({
    title: t(title),
    links: links.map(({ to: path, label }) => ({ to: to(path), label: t(label) })),
  }));
  return (
    <WorkspaceLayout shell={useShell()} title={t('title')} sections={sections}>
      <Outlet />
    </WorkspaceLayout>
  );
}
