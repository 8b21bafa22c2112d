import { useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** j and k lead from one review to the next, a approves the one that has the focus, d opens the field for the reason. */
export function useReviewKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const all = [...document.querySelectorAll<HTMLElement>('[data-review]')];
      const at = all.findIndex((one) => one.contains(document.activeElement));
      const own = (act: string) => all[at]?.querySelector<HTMLElement>(`[data-act="${act}"]`);
      switch (event.key.toLowerCase()) {
        case 'j':
          return all[Math.min(at + 1, all.length - 1)]?.focus();
        case 'k':
          return all[Math.max(at - 1, 0)]?.focus();
        case 'a':
          return own('approve')?.click();
        case 'd': {
          const details = own('decline')?.closest('details');
          if (!details) return;
          event.preventDefault();
          details.open = true;
          return details.querySelector<HTMLElement>('input[name="reason"]')?.focus();
        }
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
