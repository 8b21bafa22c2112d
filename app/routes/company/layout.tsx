import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { companySections } from '#app/components/company/sections.ts';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { useShell } from '#app/components/shell/use-shell.ts';
import { WorkspaceLayout } from '#app/components/shell/workspace-layout.tsx';
import { type CompanyPermission, companyPermissions, memberMayAnywhere } from '#app/domain/access/permissions.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['company'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, buyingAs } = await requireMember(request, context);
  const all = Object.keys(companyPermissions) as CompanyPermission[];
  return { company: buyingAs.company.name, may: all.filter((one) => memberMayAnywhere(actor.member, one)) };
}

export default function CompanyLayout() {
  const t = useMessages('company');
  const to = useLocalePath();
  const { company, may } = useLoaderData<typeof loader>();
  const sections = companySections.map(({ title, links }) => ({
    title: t(title),
    links: links
      .filter(({ needs }) => !needs || may.includes(needs))
      .map(({ to: path, label, isExact }) => ({ to: to(path), label: t(label), isExact })),
  }));
  return (
    <WorkspaceLayout shell={useShell()} title={company} sections={sections}>
      <Outlet />
    </WorkspaceLayout>
  );
}
