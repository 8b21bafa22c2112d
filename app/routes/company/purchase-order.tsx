import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { PurchaseOrderComments } from '#app/components/company/purchase-order-comments.tsx';
import { PurchaseOrderDecision } from '#app/components/company/purchase-order-decision.tsx';
import { PurchaseOrderFacts } from '#app/components/company/purchase-order-facts.tsx';
import { PurchaseOrderFiles } from '#app/components/company/purchase-order-files.tsx';
import { PurchaseOrderLines } from '#app/components/company/purchase-order-lines.tsx';
import { PurchaseOrderPayment } from '#app/components/company/purchase-order-payment.tsx';
import { PurchaseOrderState } from '#app/components/company/purchase-order-state.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { stateTone } from '#app/components/ui/state-tones.ts';
import { Timeline } from '#app/components/ui/timeline.tsx';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { paymentView } from '#app/http/purchase-order-payment.server.ts';
import { mayPlace } from '#app/http/purchase-order-act.server.ts';
import { fileViews } from '#app/http/file-view.server.ts';
import { requirePurchaseOrder } from '#app/http/purchase-order-access.server.ts';
import {
  commentViews,
  mayDo,
  peopleInTrail,
  purchaseOrderView,
  trailView,
} from '#app/http/purchase-order-view.server.ts';
import type { MessageKey, RouteHandle } from '#app/messages/areas.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { listFiles } from '#db/queries/files.server.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { listComments } from '#db/queries/purchase-order-comments.server.ts';
import { listTrail } from '#db/queries/trail.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { seen, actor, viewer } = await requirePurchaseOrder(request, context, params.id);
  const { order } = seen;
  const [entries, files, said, placed] = await Promise.all([
    listTrail(deps.db, { documentId: order.id }),
    listFiles(deps.db, { owner: { kind: 'purchase_order', id: order.id } }),
    listComments(deps.db, { purchaseOrderId: order.id }),
    order.orderId ? findOrder(deps.db, { scope: { kind: 'staff' }, id: order.orderId }) : null,
  ]);
  const uploaders = files.flatMap(({ personId }) => personId ?? []);
  const people = await namePersons(deps.db, {
    ids: [...peopleInTrail(entries), ...uploaders, ...said.map(({ personId }) => personId)],
  });
  const mayOrder = memberMay(actor.member, 'submit_purchase_orders', unitId(order.unitId));
  const mayEdit = memberMay(actor.member, 'edit_submitted_purchase_orders', unitId(order.unitId));
  return {
    view: purchaseOrderView(seen, viewer.locale),
    may: mayDo(seen, { actor, mayOrder, mayEdit, hasSecondFactor: viewer.person.hasSecondFactor, at: deps.now() }),
    payment: mayPlace(actor.member, order) ? await paymentView(deps, order) : null,
    comments: commentViews(said, people, { locale: viewer.locale, timeZone: order.company.timeZone }),
    files: fileViews(files, people, { locale: viewer.locale, timeZone: order.company.timeZone }),
    trail: trailView(entries, people, { locale: viewer.locale, timeZone: order.company.timeZone }),
    orderNumber: placed?.number ?? null,
  };
}

const eventStates: Record<string, string> = { approval_given: 'approved', submitted: 'awaiting_approval' };

export default function PurchaseOrder() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const { view, may, payment, comments, files, trail, orderNumber } = useLoaderData<typeof loader>();
  const at = (noun: string) => to(`/company/purchase-orders/${view.id}/${noun}`);
  const who = (entry: (typeof trail)[number]) => {
    if (!entry.byId) return t('byShop');
    const name = entry.by ?? t('deletedPerson');
    return entry.for ? t('byFor', { name, delegator: entry.for }) : t('by', { name });
  };
  return (
    <>
      <PageHead title={view.number} lead={view.unit} />
      <PurchaseOrderState {...view} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
        <div className="grid gap-6">
          {may.decide && (
            <PurchaseOrderDecision
              id={view.id}
              revision={view.revision}
              total={view.total}
              delegator={may.decide.for}
              code={may.decide.code}
            />
          )}
          {payment && <PurchaseOrderPayment {...view} {...payment} />}
          {may.submit && (
            <Form method="post" action={at('submission')}>
              <BuyingAsField />
              <SubmitButton tone="primary" action={at('submission')}>
                {t('submit')}
              </SubmitButton>
            </Form>
          )}
          <PurchaseOrderLines lines={view.lines} />
          <PurchaseOrderComments id={view.id} comments={comments} />
          <PurchaseOrderFiles id={view.id} files={files} may={may.attach} />
          <Card
            title={t('trail')}
            actions={
              <span className="flex gap-4 text-sm">
                {(['csv', 'pdf'] as const).map((kind) => (
                  <a key={kind} href={at(`trail.${kind}`)} className="underline underline-offset-2">
                    {t(kind === 'csv' ? 'trailCsv' : 'trailPdf')}
                  </a>
                ))}
              </span>
            }
          >
            <Timeline
              entries={trail.map((entry) => ({
                id: String(entry.number),
                title: t(`event_${entry.event}` as MessageKey<'purchaseOrders'>),
                by: who(entry),
                at: { iso: entry.at, text: entry.atText },
                tone: stateTone(eventStates[entry.event] ?? entry.event),
                ...(entry.reason && { note: entry.reason }),
              }))}
            />
          </Card>
        </div>
        <div className="grid gap-6">
          <PurchaseOrderFacts view={view} orderNumber={orderNumber} />
          {may.edit && (
            <p>
              <ButtonLink to={at('edit')}>{t('edit')}</ButtonLink>
            </p>
          )}
          {may.cancel && (
            <Form method="post" action={at('cancellation')}>
              <BuyingAsField />
              <SubmitButton action={at('cancellation')}>{t('cancel')}</SubmitButton>
            </Form>
          )}
        </div>
      </div>
    </>
  );
}
