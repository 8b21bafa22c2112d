import { type LoaderFunctionArgs, data, redirect } from '@remix-run/node';
import { isbot } from 'isbot';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { rememberCartId } from '#app/http/remembered.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { restoreCart } from '#app/use-cases/reminders/restore-cart.server.ts';

export const handle: RouteHandle = { messages: ['reminders'] };

/** The link of a reminder. Programs that look at links before people do change nothing and count as no click. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  if (request.method !== 'GET' || isbot(request.headers.get('User-Agent'))) return data(null);
  const viewer = await viewerOf(request, context);
  const restored = await restoreCart(deps, { buyer: cartBuyerOf(viewer), token: params.token ?? '' });
  if (!restored.ok) {
    if (restored.code === 'signed_out')
      throw redirect(pathFor(request, `/sign-in?next=${encodeURIComponent(pathFor(request, '/cart'))}`));
    return data(null, { status: restored.code === 'not_found' ? 404 : 410 });
  }
  const { cartId, isVisitors } = restored.value;
  const answer = await redirectWithFlash(request, context, '/cart', {
    tone: 'good',
    area: 'reminders',
    key: 'restored',
  });
  if (isVisitors) answer.headers.append('Set-Cookie', await rememberCartId(cartId, deps.settings));
  throw answer;
}

export default function Restore() {
  const t = useMessages('reminders');
  const to = useLocalePath();
  return (
    <>
      <h1 className="sr-only">{t('linkOverTitle')}</h1>
      <EmptyState
        title={t('linkOverTitle')}
        text={t('linkOverText')}
        action={<ButtonLink to={to('/cart')}>{t('toCart')}</ButtonLink>}
      />
    </>
  );
}
