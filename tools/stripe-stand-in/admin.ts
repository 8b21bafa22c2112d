import type { Chaos } from './chaos.ts';
import type { Deliverer } from './delivery.ts';
import type { Store } from './store.ts';

export type Admin = { readonly store: Store; readonly chaos: Chaos; readonly deliverer: Deliverer };

/** What tests turn and look at; answers null for any other address. */
export async function adminCall({ store, chaos, deliverer }: Admin, method: string, path: string, form: string) {
  switch (`${method} ${path}`) {
    case 'GET /_chaos':
      return chaos.now;
    case 'POST /_chaos': {
      const settings = chaos.change(form);
      deliverer.wake();
      return settings;
    }
    case 'DELETE /_chaos': {
      const settings = chaos.reset();
      deliverer.wake();
      return settings;
    }
    case 'GET /_state/undelivered':
      return [...store.oldestFirst('delivery')].map((delivery) => ({
        ...delivery,
        type: store.get('event', delivery.event)?.type,
      }));
    case 'POST /_state/flush':
      return { undelivered: await deliverer.flush() };
    case 'GET /_state/health':
      return { ready: true, events: store.count('event'), sessions: store.count('checkout.session') };
    default:
      return null;
  }
}
