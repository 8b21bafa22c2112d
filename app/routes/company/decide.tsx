import { type LoaderFunctionArgs, data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { PurchaseOrderFacts } from '#app/components/company/purchase-order-facts.tsx';
import { PurchaseOrderLines } from '#app/components/company/purchase-order-lines.tsx';
import { PurchaseOrderState } from '#app/components/company/purchase-order-state.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { readDecideCookie, rememberDecide } from '#app/http/decide-cookie.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { purchaseOrderPath } from '#app/http/purchase-order-act.server.ts';
import { purchaseOrderView } from '#app/http/purchase-order-view.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { openApprovalLink } from '#app/use-cases/approvals/open-approval-link.server.ts';

export const handle: RouteHandle = { messages: ['purchaseOrders'] };

/** The link of a mail: shows what would be decided on, once, in the browser that opened it. It signs nobody in; to decide
 *  somebody signs in, and is asked as who they are. A browser that fetches ahead uses nothing up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const token = params.token ?? '';
  if (request.method !== 'GET' || request.headers.has('Sec-Purpose')) return data({ seen: null, path: null });
  const mayReopen = (await readDecideCookie(request, deps.settings)) === token;
  const opened = await openApprovalLink(deps, { token, mayReopen });
  if (!opened) return data({ seen: null, path: null }, { status: 410 });
  const viewer = await viewerOf(request, context);
  const path = pathFor(request, purchaseOrderPath(opened.seen.order.id));
  if (viewer.person?.id === opened.personId) throw redirect(path);
  return data(
    { seen: purchaseOrderView(opened.seen, viewer.locale), path },
    { headers: { 'Set-Cookie': await rememberDecide(token, deps.settings) } },
  );
}

export default function Decide() {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  const { seen, path } = useLoaderData<typeof loader>();
  if (!seen)
    return (
      <>
        <h1 className="sr-only">{t('linkOverTitle')}</h1>
        <EmptyState
          title={t('linkOverTitle')}
          text={t('linkOverText')}
          action={
            <ButtonLink to={to(`/sign-in?next=${encodeURIComponent(to('/company/approvals'))}`)}>
              {t('linkOverButton')}
            </ButtonLink>
          }
        />
      </>
    );
  const people = seen.requestedBy.map((name) => name ?? t('deletedPerson')).join(', ');
  return (
    <div className="mx-auto grid max-w-[60rem] gap-6">
      <PageHead title={t('linkTitle', { number: seen.number })} lead={t('linkLead', { people })} />
      <PurchaseOrderState {...seen} />
      {seen.status === 'awaiting_approval' ? (
        <p>
          <ButtonLink tone="primary" size="large" to={to(`/sign-in?next=${encodeURIComponent(path ?? '')}`)}>
            {t('linkSignIn')}
          </ButtonLink>
        </p>
      ) : (
        <p className="font-medium">{t('linkNotWaiting')}</p>
      )}
      <PurchaseOrderLines lines={seen.lines} />
      <PurchaseOrderFacts view={seen} orderNumber={null} />
    </div>
  );
}
