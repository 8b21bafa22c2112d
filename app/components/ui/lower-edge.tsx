import type { ReactNode } from 'react';

/** What a page is for, within the thumb's reach: fixed to the lower edge of a phone, in its place elsewhere. */
export function LowerEdge({ children }: { children: ReactNode }) {
  return (
    <div
      data-lower-edge=""
      data-screen-only=""
      className="z-20 grid auto-cols-fr grid-flow-col gap-3 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:p-3"
    >
      {children}
    </div>
  );
}
