import type { ReactNode } from 'react';

type Props = {
  /** What it is about and costs, which stands on the page as well, where it may have scrolled away. */
  about?: { what: string; price: string } | null;
  children: ReactNode;
};

/** What a page is for, within the thumb's reach: fixed to the lower edge of a phone, in its place elsewhere. */
export function LowerEdge({ about, children }: Props) {
  return (
    <div
      data-lower-edge={about ? 'two-rows' : ''}
      data-screen-only=""
      className="z-20 grid gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:p-3"
    >
      {about && (
        <p aria-hidden="true" className="flex items-baseline justify-between gap-3 sm:hidden">
          <span className="min-w-0 truncate text-sm text-ink-soft">{about.what}</span>
          <bdi className="tabular shrink-0 font-semibold">{about.price}</bdi>
        </p>
      )}
      <div className="grid auto-cols-fr grid-flow-col gap-3">{children}</div>
    </div>
  );
}
