export type ChangedPlace = { readonly path: string; readonly before: string | null; readonly after: string | null };

/** What a change did, place by place: what was there struck, what is there now in bold. `more` says how much is left out. */
export function ChangedPlaces({ places, more }: { places: readonly ChangedPlace[]; more?: string | false }) {
  return (
    <>
      <dl className="grid gap-2">
        {places.map(({ path, before, after }) => (
          <div key={path} className="grid gap-x-4 sm:grid-cols-[16rem_1fr]">
            <dt className="break-words text-ink-faint">{path}</dt>
            <dd className="min-w-0 break-words">
              {before !== null && <del className="me-2 text-ink-faint">{before}</del>}
              {after !== null && <ins className="font-semibold no-underline">{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
      {more && <p className="mt-2 text-ink-faint">{more}</p>}
    </>
  );
}
