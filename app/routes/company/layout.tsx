import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { companySections } from '#app/components/company/sections.ts';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { useShell } from '#app/components/shell/use-shell.ts';
import { WorkspaceLayout } from '#app/components/shell/workspace-layout.tsx';
import { unitId } from '#app/domain/access/ids.ts';
import { openInUnit } from '#app/domain/access/permissions.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['company'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs } = await requireMember(request, context);
  const links = companySections.flatMap((section) => section.links);
  const shown = openInUnit(actor.member, unitId(buyingAs.unit.id), links);
  return { company: buyingAs.company.name, shown: shown.map(({ to }) => to) };
}

export default function CompanyLayout() {
  const t = useMessages('company');
  const to = useLocalePath();
  const { company, shown } = useLoaderData<typeof loader>();
  const sections = companySections.map(({ title, links }) => ({
    title: t(title),
    links: links
      .filter((link) => shown.includes(link.to))
      .map(({ to: path, label, isExact }) => ({ to: to(path), label: t(label), isExact })),
  }));
  return (
    <WorkspaceLayout shell={useShell()} title={company} sections={sections}>
      <Outlet />
    </WorkspaceLayout>
  );
}
