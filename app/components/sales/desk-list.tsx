import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Card } from '../ui/card';

export type DeskItem = { key: string; to: string; title: string; detail?: ReactNode };

/** One kind of work that waits: what it is, and where to do it. Absent where nothing does. */
export function DeskList({ title, items }: { title: string; items: readonly DeskItem[] }) {
  if (items.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="grid gap-2">
        {items.map(({ key, to, title: name, detail }) => (
          <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link to={to} data-desk-item="" className="font-medium">
              {name}
            </Link>
            {detail && <span className="text-sm text-ink-soft">{detail}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
