import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { PrimitiveSamples } from '#app/components/dev/primitive-samples.tsx';
import { sampleViewer } from '#app/components/dev/sample-viewer.ts';
import { useShell } from '#app/components/shell/use-shell.ts';
import { WorkspaceLayout } from '#app/components/shell/workspace-layout.tsx';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: [] };

export const meta: MetaFunction = () => [{ title: 'Workspace · Tradepost' }];

/** Demo mode only: the frame of company, sales and back-office pages. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.deps.settings.mode !== 'demo') throw new Response(null, { status: 404 });
  return null;
}

const sections = [
  {
    title: 'Buying',
    links: [
      { to: '/dev/components/workspace', label: 'Purchase orders', count: 3 },
      { to: '/dev/components', label: 'Quotes', isExact: true },
    ],
  },
  { title: 'Company', links: [{ to: '/dev', label: 'People', isExact: true }] },
];

export default function Workspace() {
  const shell = useShell();
  return (
    <WorkspaceLayout
      shell={{ ...shell, viewer: sampleViewer, cartCount: 3 }}
      title="Harbour Hotels"
      sections={sections}
    >
      <h1 className="mb-6 text-2xl font-semibold">Purchase orders</h1>
      <div className="grid gap-6">
        <PrimitiveSamples />
      </div>
    </WorkspaceLayout>
  );
}
