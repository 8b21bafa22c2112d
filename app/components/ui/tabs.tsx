import { NavLink, useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/** The parts of one subject as links: each has an address of its own. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { to: string; label: string; count?: number }[];
}) {
  const { pathname } = useLocation();
  const strip = useRef<HTMLElement>(null);
  // The one that is open is seen, however far along it stands.
  useEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (strip.current && here)
      strip.current.scrollLeft += here.getBoundingClientRect().left - middleOf(strip.current, here);
  }, [pathname]);
  return (
    <nav ref={strip} aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-6">
        {tabs.map(({ to, label: text, count }) => (
          <li key={to}>
            <NavLink
              to={to}
              end
              className="inline-flex min-h-11 items-center gap-2 border-b-2 border-transparent whitespace-nowrap text-ink-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {text}
              {count !== undefined && <span className="tabular rounded-full bg-sunken px-2 text-sm">{count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where something begins that stands in the middle of the strip. */
const middleOf = (strip: HTMLElement, one: HTMLElement): number =>
  strip.getBoundingClientRect().left + (strip.clientWidth - one.offsetWidth) / 2;
