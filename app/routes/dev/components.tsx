import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { PrimitiveSamples } from '#app/components/dev/primitive-samples.tsx';
import { sampleViewer } from '#app/components/dev/sample-viewer.ts';
import { ShopSamples } from '#app/components/dev/shop-samples.tsx';
import { StorefrontLayout } from '#app/components/shell/storefront-layout.tsx';
import { useShell } from '#app/components/shell/use-shell.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['shop', 'cart', 'orders'] };

export const meta: MetaFunction = () => [{ title: 'Components · Tradepost' }];

/** Demo mode only: what the shop is made of, on one page. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.deps.settings.mode !== 'demo') throw new Response(null, { status: 404 });
  return null;
}

const sample = {
  viewer: sampleViewer,
  cartCount: 3,
  categories: ['Beans', 'Machines', 'Grinders', 'Cups', 'Filters', 'Syrups'].map((title) => ({
    path: `/categories/${title.toLowerCase()}`,
    title,
  })),
};

export default function Components() {
  const shell = useShell();
  return (
    <StorefrontLayout shell={{ ...shell, ...sample }}>
      <h1 className="mb-6 font-display text-4xl font-medium">Components</h1>
      <div className="grid gap-10">
        <PrimitiveSamples />
        <ShopSamples />
      </div>
    </StorefrontLayout>
  );
}
