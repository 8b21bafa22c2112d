import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { AccountPage } from '#app/components/account/account-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Badge } from '#app/components/ui/badge.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readOwnCards, rememberOwnCard } from '#app/use-cases/identity/own-cards.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const page = '/account/cards';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const { deps } = context;
  if (new URL(request.url).searchParams.has('saved')) {
    const saved = await rememberOwnCard(deps, { personId: person.id });
    if (!saved.ok) throw await refusalRedirect(request, context, page, saved);
    const words = saved.value
      ? ({ tone: 'good', key: 'cardSaved' } as const)
      : ({ tone: 'bad', key: 'cardNotSaved' } as const);
    throw await redirectWithFlash(request, context, page, { area: 'account', ...words });
  }
  const cards = await readOwnCards(deps, { personId: person.id });
  return {
    cards:
      cards &&
      cards.map(({ paymentMethodId, brand, last4, expiryMonth, expiryYear, isChosen }) => ({
        ...{ id: paymentMethodId, brand: brand.toUpperCase(), last4, isChosen },
        expiry: `${String(expiryMonth).padStart(2, '0')}/${expiryYear}`,
      })),
  };
}

export default function Cards() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { cards } = useLoaderData<typeof loader>();
  return (
    <AccountPage title={t('cards')}>
      <div className="grid max-w-[46rem] gap-4">
        <p className="text-ink-soft">{t('cardsLead')}</p>
        {cards === null && <Notice tone="warn" title={t('cardsAway')} />}
        <ul className="grid gap-4">
          {cards?.map(({ id, isChosen, ...card }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-line bg-raised p-4"
            >
              <bdi className="me-auto tabular">{t('cardIs', card)}</bdi>
              {isChosen ? (
                <Badge tone="info">{t('chosenCard')}</Badge>
              ) : (
                <Form method="post" action={to(`${page}/${id}/choice`)} preventScrollReset>
                  <Button size="small" aria-label={t('payByCard', card)}>
                    {t('payByThis')}
                  </Button>
                </Form>
              )}
              <Form method="post" action={to(`${page}/${id}/removal`)} preventScrollReset>
                <Button size="small" aria-label={t('removeCard', card)}>
                  {t('remove')}
                </Button>
              </Form>
            </li>
          ))}
          {cards?.length === 0 && <li className="text-ink-soft">{t('noCards')}</li>}
        </ul>
        <Form method="post" action={to(`${page}/new`)}>
          <SubmitButton tone="primary" action={to(`${page}/new`)}>
            {t('addCard')}
          </SubmitButton>
        </Form>
      </div>
    </AccountPage>
  );
}
