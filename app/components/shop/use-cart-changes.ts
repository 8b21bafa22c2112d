import { type Location, useBlocker, useNavigate, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type CartRow,
  type Change,
  type Changes,
  done,
  failed,
  isUnderWay,
  isUnanswered,
  noChanges,
  readAnew,
  rowsOf,
  wished,
} from '#app/domain/cart/changes-under-way.ts';
import type { CartLineData } from './cart-lines';

const pauseMs = 350;
const patienceMs = 20_000;

export type CartChanging = {
  readonly rows: readonly CartRow<CartLineData>[];
  /** Something is on its way, or what came of it is. */
  readonly isWaiting: boolean;
  /** Whether anything was changed since the page came. */
  readonly hasChanged: boolean;
  /** The buyer wants to go on and is kept until nothing is on its way. */
  readonly isHeld: boolean;
  /** `pausing`: more of the same may follow at once, as when a button is pressed again. */
  readonly change: (line: CartLineData, quantity: string, how?: 'pausing') => void;
};

type Page = {
  lines: readonly CartLineData[];
  /** What the page was answered: another one whenever the cart was read anew. */
  reading: unknown;
  buyingAs: string;
  to: (path: string) => string;
};

/** The cart as its buyer wants it while the shop is being told. Of each line one change at a time is sent and the newest
 *  counts, so that an earlier one can neither be done nor answered after it. Nobody leaves for another page of the shop
 *  before all is said; where something was refused they stay to read it. */
export function useCartChanges({ lines, reading, buyingAs, to }: Page): CartChanging {
  const [state, setState] = useState<Changes<CartLineData>>(noChanges);
  const [hasChanged, setHasChanged] = useState(false);
  const latest = useRef(state);
  const pauses = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const sending = useRef(new Set<string>());
  const heldFor = useRef<Location | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const failures = useRef({ all: 0, whenHeld: 0 });
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();

  const put = useCallback((next: Changes<CartLineData>) => {
    latest.current = next;
    setState(next);
  }, []);

  const send = useCallback(
    async (id: string): Promise<void> => {
      clearTimeout(pauses.current.get(id));
      pauses.current.delete(id);
      const change = latest.current.changes[id];
      if (change?.stage !== 'wanted' || sending.current.has(id)) return;
      sending.current.add(id);
      const answer = await told(change, buyingAs, to);
      sending.current.delete(id);
      if (answer.is === 'done') put(done(latest.current, id, change.wish));
      else {
        failures.current.all += 1;
        put(failed(latest.current, id, change.wish, answer.is === 'refused' ? answer.refusal : null));
      }
      if (answer.is !== 'unanswered' && !heldFor.current) revalidate();
      if (!pauses.current.has(id)) await send(id);
    },
    [buyingAs, put, revalidate, to],
  );

  const change: CartChanging['change'] = (line, quantity, how) => {
    put(wished(latest.current, line, quantity));
    setHasChanged(true);
    clearTimeout(pauses.current.get(line.id));
    if (how === 'pausing')
      pauses.current.set(
        line.id,
        setTimeout(() => void send(line.id), pauseMs),
      );
    else void send(line.id);
  };

  useEffect(() => put(readAnew(latest.current)), [reading, put]);

  const sendWhatPauses = useCallback(() => {
    for (const id of [...pauses.current.keys()]) void send(id);
  }, [send]);
  useEffect(() => {
    window.addEventListener('pagehide', sendWhatPauses);
    return () => window.removeEventListener('pagehide', sendWhatPauses);
  }, [sendWhatPauses]);

  const blocker = useBlocker(({ nextLocation }) => {
    if (!isUnanswered(latest.current)) return false;
    failures.current.whenHeld = failures.current.all;
    heldFor.current = nextLocation;
    setIsHeld(true);
    sendWhatPauses();
    return true;
  });
  const isAnswered = !isUnanswered(state);
  useEffect(() => {
    const next = heldFor.current;
    if (!isHeld || !isAnswered || !next) return;
    heldFor.current = null;
    setIsHeld(false);
    revalidate();
    const isRefused = failures.current.all > failures.current.whenHeld;
    if (isRefused) blocker.reset?.();
    else if (blocker.state === 'blocked') blocker.proceed();
    // A reading that was under way has let it go in the meantime.
    else navigate(next);
  }, [blocker, isAnswered, isHeld, navigate, revalidate]);

  return {
    rows: rowsOf(lines, state),
    isWaiting: isUnderWay(state),
    hasChanged,
    isHeld,
    change,
  };
}

type Answer = { is: 'done' } | { is: 'refused'; refusal: string } | { is: 'unanswered' };

async function told(
  { line, wish }: Change<CartLineData>,
  buyingAs: string,
  to: (path: string) => string,
): Promise<Answer> {
  const fields = wish.isBack ? (line.fields ?? []) : [];
  const path = wish.isBack ? '/restoration' : Number(wish.quantity) === 0 ? '/removal' : '';
  try {
    const reply = await fetch(to(`/cart/lines/${line.id}${path}`), {
      method: 'POST',
      body: new URLSearchParams([
        ...fields.map((field) => [...field]),
        ['quantity', wish.quantity],
        ['buying_as', buyingAs],
      ]),
      headers: { Accept: 'application/json' },
      keepalive: true,
      signal: AbortSignal.timeout(patienceMs),
    });
    if (reply.ok) return { is: 'done' };
    const { refusal } = (await reply.json()) as { refusal?: string };
    return refusal ? { is: 'refused', refusal } : { is: 'unanswered' };
  } catch {
    return { is: 'unanswered' };
  }
}
