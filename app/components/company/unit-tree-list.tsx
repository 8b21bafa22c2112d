import { Link } from '@remix-run/react';

type Unit = { id: string; name: string; parentId: string | null };

/** Units under one another, as they hang today. */
export function UnitTreeList({
  units,
  parentId = null,
  linkTo,
}: {
  units: readonly Unit[];
  parentId?: string | null;
  linkTo?: (unit: Unit) => string;
}) {
  const here = units.filter((unit) => unit.parentId === parentId);
  if (here.length === 0) return null;
  return (
    <ul className={parentId === null ? 'grid gap-1' : 'grid gap-1 border-s border-line ps-5'}>
      {here.map((unit) => (
        <li key={unit.id} className="grid gap-1">
          {linkTo ? (
            <Link to={linkTo(unit)} className="inline-block py-1">
              {unit.name}
            </Link>
          ) : (
            <span className="py-1">{unit.name}</span>
          )}
          <UnitTreeList units={units} parentId={unit.id} linkTo={linkTo} />
        </li>
      ))}
    </ul>
  );
}
