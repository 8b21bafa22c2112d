import type { PersonId } from '../access/ids';
import { type Capacity, placeOf } from './decisions';

/** The places of one group that decisions fill. One human fills one place and each place is filled once, however many
 *  decisions a human gave for others: the number filled is a largest matching of humans to places. */
export type FilledPlaces = {
  readonly count: () => number;
  readonly wouldFillOneMore: (capacity: Capacity) => boolean;
  readonly add: (capacity: Capacity) => void;
};

export function filledPlaces(capacities: Iterable<Capacity>): FilledPlaces {
  const placesOf = new Map<PersonId, Set<PersonId>>();
  const humanIn = new Map<PersonId, PersonId>();
  const seated = new Set<PersonId>();
  const standing = new Set<PersonId>();

  const seat = (human: PersonId, tried: Set<PersonId>): boolean => {
    for (const place of placesOf.get(human) ?? []) {
      if (tried.has(place)) continue;
      tried.add(place);
      const holder = humanIn.get(place);
      if (holder === undefined || seat(holder, tried)) {
        humanIn.set(place, human);
        seated.add(human);
        return true;
      }
    }
    return false;
  };

  const add = (capacity: Capacity): void => {
    placesOf.set(capacity.by, (placesOf.get(capacity.by) ?? new Set()).add(placeOf(capacity)));
    if (!seated.has(capacity.by)) standing.add(capacity.by);
    for (const human of standing) {
      if (!seat(human, new Set())) continue;
      standing.delete(human);
      return;
    }
  };

  const wouldFillOneMore = (capacity: Capacity): boolean => {
    const place = placeOf(capacity);
    if (!seated.has(capacity.by) && !humanIn.has(place)) return true;
    if (placesOf.get(capacity.by)?.has(place)) return false;
    const trial = filledPlaces(edges(placesOf));
    trial.add(capacity);
    return trial.count() > seated.size;
  };

  for (const capacity of capacities) add(capacity);
  return { count: () => seated.size, wouldFillOneMore, add };
}

function* edges(placesOf: ReadonlyMap<PersonId, ReadonlySet<PersonId>>): Iterable<Capacity> {
  for (const [by, places] of placesOf) for (const place of places) yield { by, for: place };
}
