import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { PurchaseOrderFacts } from '#app/components/company/purchase-order-facts.tsx';
import { PurchaseOrderLines } from '#app/components/company/purchase-order-lines.tsx';
import { PurchaseOrderState } from '#app/components/company/purchase-order-state.tsx';
import { FileList } from '#app/components/files/file-list.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { fileViews } from '#app/http/file-view.server.ts';
import { purchaseOrderView } from '#app/http/purchase-order-view.server.ts';
import { idParam, notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readPurchaseOrder } from '#app/use-cases/purchase-orders/read-purchase-order.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { listFiles } from '#db/queries/files.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

/** What a customer asked for, and whom it waits for there: to look at and to ask about, not to decide on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, scope } = await requireStaff(request, context, 'see_companies');
  const { deps } = context;
  const seen = await readPurchaseOrder(deps, { scope, id: idParam(params.id) });
  if (!seen) throw notFound();
  const { order } = seen;
  const files = await listFiles(deps.db, { owner: { kind: 'purchase_order', id: order.id } });
  const people = await namePersons(deps.db, { ids: files.flatMap(({ personId }) => personId ?? []) });
  const placed = order.orderId ? await findOrder(deps.db, { scope: { kind: 'staff' }, id: order.orderId }) : null;
  return {
    company: order.company,
    view: purchaseOrderView(seen, viewer.locale),
    files: fileViews(files, people, { locale: viewer.locale, timeZone: order.company.timeZone }),
    orderNumber: placed?.number ?? null,
  };
}

export default function SellersPurchaseOrder() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const { view, company, files, orderNumber } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={view.number}
        lead={
          <>
            <Link to={to(`/sales/companies/${company.slug}`)}>{company.name}</Link>, {view.unit}
          </>
        }
      />
      <PurchaseOrderState {...view} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
        <div className="grid gap-6">
          <PurchaseOrderLines lines={view.lines} />
          {files.length > 0 && (
            <Card title={t('files')}>
              <FileList files={files} />
            </Card>
          )}
        </div>
        <div className="grid gap-6">
          <PurchaseOrderFacts view={view} orderNumber={orderNumber} />
        </div>
      </div>
    </>
  );
}
