import { Fault, invalid } from './faults.ts';
import { expand } from './expand.ts';
import { type Raw, decodeForm, members } from './form.ts';
import { decode } from './params.ts';
import { catalogueRoutes } from './resources/catalogue.ts';
import { chargeRoutes } from './resources/charges.ts';
import { checkoutRoutes } from './resources/checkout-sessions.ts';
import { customerRoutes } from './resources/customers.ts';
import { disputeRoutes } from './resources/disputes.ts';
import { eventRoutes } from './resources/events.ts';
import { paymentIntentRoutes } from './resources/payment-intents.ts';
import { paymentMethodRoutes } from './resources/payment-methods.ts';
import { refundRoutes } from './resources/refunds.ts';
import { setupIntentRoutes } from './resources/setup-intents.ts';
import type { Route, World } from './world.ts';

const routes: readonly Route[] = [
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...setupIntentRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...checkoutRoutes,
  ...catalogueRoutes,
  ...eventRoutes,
];

type Branch = { readonly route: Route; readonly steps: readonly string[] };
const byMethodAndLength = new Map<string, Branch[]>();
for (const route of routes) {
  const steps = route.path.split('/');
  const key = `${route.method} ${steps.length}`;
  byMethodAndLength.set(key, [...(byMethodAndLength.get(key) ?? []), { route, steps }]);
}

/** The route and the ids in the path. Named steps win over ids, since they are listed first. */
export function findRoute(method: string, path: string): { route: Route; ids: string[] } | null {
  const steps = path.split('/');
  for (const branch of byMethodAndLength.get(`${method} ${steps.length}`) ?? []) {
    if (!branch.steps.every((step, at) => step.startsWith(':') || step === steps[at])) continue;
    return { route: branch.route, ids: steps.filter((_, at) => branch.steps[at]?.startsWith(':')) };
  }
  return null;
}

const unknownUrl = (method: string, path: string) =>
  new Fault(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). The stand-in does not know this part of Stripe's API.`,
  });

/** Carries out one call of the API. @throws Fault */
export function callApi(world: World, method: string, path: string, encoded: string): object {
  const found = findRoute(method, path);
  if (!found) throw unknownUrl(method, path);
  const { expand: wanted, ...rest } = decodeForm(encoded);
  const paths = members(wanted).map((path: Raw) => {
    if (typeof path !== 'string') throw invalid('Invalid array', 'expand');
    return path;
  });
  const answer = found.route.run(world, decode(found.route.shape, rest) as never, found.ids);
  return paths.length ? expand(world.store, answer, paths) : answer;
}
