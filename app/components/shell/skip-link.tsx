import type { ReactNode } from 'react';

export const SkipLink = ({ children }: { children: ReactNode }) => (
  <a
    href="#content"
    className="sr-only rounded bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50"
  >
    {children}
  </a>
);
