import type { Deps } from '#app/deps.server.ts';
import { remindOfCart } from '#app/use-cases/reminders/remind-of-cart.server.ts';

export const handle = (deps: Deps, payload: { cartId: string }): Promise<void> => remindOfCart(deps, payload);
