import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  chooseOwnCard,
  openOwnCard,
  readOwnCards,
  rememberOwnCard,
  removeOwnCard,
} from '#app/use-cases/identity/own-cards.server.ts';
import { createUser } from '#app/use-cases/identity/create-user.server.ts';
import { depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());
beforeEach(() => standIn.calm());

const { db } = await testDatabase({ connections: 4 });
const deps = depsAt(processDeps(db, paymentsAt(standIn)), testClock());

async function somebody(email: string) {
  const { personId } = await createUser(deps, {
    email,
    name: 'Somebody',
    password: null,
    staffRole: null,
    via: 'test',
  });
  const keep = async (number: string) => {
    const person = { id: personId, email, name: 'Somebody' };
    const opened = await openOwnCard(deps, {
      person,
      origin: 'http://localhost:3000',
      locale: 'en',
      path: '/account/cards',
    });
    if (!opened.ok) throw new Error(opened.code);
    expect(await pay(opened.value.url, { number })).toBe('http://localhost:3000/account/cards?saved=1');
    return rememberOwnCard(deps, { personId });
  };
  const cards = async () =>
    ((await readOwnCards(deps, { personId })) ?? []).map(({ last4, isChosen }) => [last4, isChosen]);
  const idOf = async (last4: string) =>
    (await readOwnCards(deps, { personId }))?.find((card) => card.last4 === last4)?.paymentMethodId ?? '';
  return { personId, keep, cards, idOf };
}

test('a card kept is the one that pays, until another is chosen; coming back twice changes nothing', async () => {
  const { personId, keep, cards, idOf } = await somebody('ada@home.example');
  expect(await cards()).toEqual([]);
  expect(await rememberOwnCard(deps, { personId })).toEqual({ ok: true, value: false });
  expect(await keep('4242424242424242')).toEqual({ ok: true, value: true });
  expect(await keep('5555555555554444')).toEqual({ ok: true, value: true });
  expect(await rememberOwnCard(deps, { personId })).toEqual({ ok: true, value: true });
  expect(await cards()).toEqual([
    ['4444', true],
    ['4242', false],
  ]);
  expect(await chooseOwnCard(deps, { personId, methodId: await idOf('4242') })).toMatchObject({ ok: true });
  expect(await cards()).toEqual([
    ['4444', false],
    ['4242', true],
  ]);
});

test('with the chosen card gone the newest of the others pays; with the last one none', async () => {
  const { personId, keep, cards, idOf } = await somebody('bea@home.example');
  await keep('4242424242424242');
  await keep('5555555555554444');
  const first = await idOf('4444');
  const both = await Promise.all([1, 2].map(() => removeOwnCard(deps, { personId, methodId: first })));
  expect(both.some(({ ok }) => ok)).toBe(true);
  expect(await cards()).toEqual([['4242', true]]);
  expect(await removeOwnCard(deps, { personId, methodId: await idOf('4242') })).toMatchObject({ ok: true });
  expect(await cards()).toEqual([]);
});

test('another person’s card can be neither chosen nor removed', async () => {
  const [cleo, dora] = [await somebody('cleo@home.example'), await somebody('dora@home.example')];
  await cleo.keep('4242424242424242');
  await dora.keep('5555555555554444');
  const theirs = { personId: cleo.personId, methodId: await dora.idOf('4444') };
  expect(await chooseOwnCard(deps, theirs)).toMatchObject({ code: 'not_found' });
  expect(await removeOwnCard(deps, theirs)).toMatchObject({ code: 'not_found' });
  expect([await cleo.cards(), await dora.cards()]).toEqual([[['4242', true]], [['4444', true]]]);
});

test('while the provider is silent nothing is shown and nothing forgotten', async () => {
  const { personId, keep, cards, idOf } = await somebody('emma@home.example');
  await keep('4242424242424242');
  const methodId = await idOf('4242');
  await standIn.chaos({ failNext: 99, onlyPath: '/v1/payment_methods' });
  expect(await readOwnCards(deps, { personId })).toBeNull();
  expect(await rememberOwnCard(deps, { personId })).toMatchObject({ code: 'payment_unavailable' });
  expect(await removeOwnCard(deps, { personId, methodId })).toMatchObject({ code: 'payment_unavailable' });
  await standIn.calm();
  expect(await cards()).toEqual([['4242', true]]);
});
