import { useNavigation } from '@remix-run/react';
import { useSyncExternalStore } from 'react';

/** The button of a form that will be a line more in the cart carries this name. */
export const newLine = { name: 'new_line', value: 'yes' };

let wanted: number | null = null;
const listeners = new Set<() => void>();

/** While the cart's own page is ahead of the shop, the frame follows it; null: the shop's count holds. */
export function showCartCount(count: number | null): void {
  wanted = count;
  for (const listen of listeners) listen();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** How many lines the cart has, or will have once what is under way is done. */
export function useCartCount(said: number): number {
  const { formData } = useNavigation();
  const ahead = useSyncExternalStore(
    subscribe,
    () => wanted,
    () => null,
  );
  return (ahead ?? said) + (formData?.has(newLine.name) ? 1 : 0);
}
