import { useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** j and k go down and up through what waits, / to the search. What is chosen is opened by Enter, as any link. */
export function useDeskKeys(searchId: string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>(`#${searchId}`)?.focus();
        return;
      }
      const step = { j: 1, k: -1 }[event.key];
      if (!step) return;
      const items = [...document.querySelectorAll<HTMLElement>('[data-desk-item]')];
      const here = items.indexOf(document.activeElement as HTMLElement);
      items[Math.min(items.length - 1, Math.max(0, here + step))]?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [searchId]);
}
