import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ProductArticle } from '#app/components/shop/product-article.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { SelectField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import { productView } from '#app/http/storefront/product-view.server.ts';
import { readProduct } from '#app/http/storefront/read-product.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { findUnitInScope, listUnitsInScope } from '#db/queries/sellers-companies.server.ts';

export const handle: RouteHandle = { messages: ['shop', 'product', 'forms', 'products'] };
export const meta: MetaFunction = () => [{ title: 'Tradepost' }, { name: 'robots', content: 'noindex' }];

const mostUnits = 2_000;

/** A product as a visitor or a company sees it or will see it, drafts too; for whoever looks after the catalog. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_catalog');
  const { db } = context.deps;
  const scope = salesScope(actor.staff);
  const search = new URL(request.url).searchParams;
  const unit = await findUnitInScope(db, { scope, unitId: search.get('as') ?? '' });
  const read = await readProduct(request, context, params.handle ?? '', { as: unit });
  if (!read) throw notFound();
  return {
    view: await productView(request, context, read),
    units: await listUnitsInScope(db, { scope, limit: mostUnits }),
    as: unit?.unitId ?? '',
    sku: read.variant.sku,
    skus: read.variants.map(({ sku }) => sku),
  };
}

export default function ProductPreview() {
  const t = useMessages('products');
  const to = useLocalePath();
  const { view, units, as, sku, skus } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-8">
      <div className="grid gap-4 rounded border-2 border-dashed border-company p-4">
        <Notice title={t('previewTitle')}>
          {t('previewText')} <Link to={to(`/admin/products/${view.handle}`)}>{t('previewBack')}</Link>
        </Notice>
        <Form method="get" className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
          <SelectField
            name="as"
            label={t('previewAs')}
            defaultValue={as}
            options={[
              { value: '', label: t('previewVisitor') },
              ...units.map(({ id, company, unit }) => ({ value: id, label: `${company}, ${unit}` })),
            ]}
          />
          <SelectField
            name="sku"
            label={t('previewVariant')}
            defaultValue={sku}
            options={skus.map((one) => ({ value: one, label: one }))}
          />
          <Button>{t('previewShow')}</Button>
        </Form>
      </div>
      {/* Nothing in it can be pressed: what is no offer cannot be bought. */}
      <div {...{ inert: '' }}>
        <ProductArticle view={view} />
      </div>
    </div>
  );
}
