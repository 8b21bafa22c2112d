import { invalid } from './faults.ts';
import { listed } from './lists.ts';
import type { Store, Table } from './store.ts';

const tableOf: Readonly<Record<string, Table>> = {
  cus: 'customer',
  pm: 'payment_method',
  seti: 'setup_intent',
  pi: 'payment_intent',
  ch: 'charge',
  re: 'refund',
  dp: 'dispute',
  txn: 'balance_transaction',
  cs: 'checkout.session',
  prod: 'product',
  price: 'price',
};

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Lists that are part of an object only when asked for. */
function included(store: Store, node: Node, name: string): unknown {
  const id = String(node.id);
  if (node.object === 'checkout.session' && name === 'line_items')
    return listed(`/v1/checkout/sessions/${id}/line_items`, [...store.find('checkout_draft', id).lines]);
  if (node.object === 'charge' && name === 'refunds')
    return listed(
      `/v1/charges/${id}/refunds`,
      [...store.newestFirst('refund')].filter(({ charge }) => charge === id),
    );
  return undefined;
}

function expandPath(store: Store, node: Node, path: readonly string[], whole: string): Node {
  const [name = '', ...rest] = path;
  if (name === 'data' && Array.isArray(node.data))
    return {
      ...node,
      data: node.data.map((member) => (isNode(member) ? expandPath(store, member, rest, whole) : member)),
    };
  const table = typeof node[name] === 'string' ? tableOf[(node[name] as string).split('_')[0] ?? ''] : undefined;
  const reached = table
    ? store.get(table, node[name] as string)
    : (included(store, node, name) ?? (Object.hasOwn(node, name) ? node[name] : undefined));
  if (reached === undefined)
    throw invalid(`This property cannot be expanded (${name}). You may want to try expanding another one.`, 'expand');
  return { ...node, [name]: rest.length && isNode(reached) ? expandPath(store, reached, rest, whole) : reached };
}

/** Replaces ids by the objects they name, along dotted paths. */
export function expand(store: Store, answer: object, paths: readonly string[]): object {
  let expanded = answer as Node;
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 5) throw invalid('You cannot expand more than 4 levels of a property.', 'expand');
    expanded = expandPath(store, expanded, steps, path);
  }
  return expanded;
}
