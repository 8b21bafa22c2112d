import { describe, expect, test } from 'vitest';
import {
  type ReviewEvent,
  type ReviewStatus,
  moderate,
  reviewStatuses,
  shownName,
} from '#app/domain/catalog/reviews.ts';

describe('a review is read before anybody else reads it', () => {
  test.each([
    ['what waits is approved', 'waiting', 'approve', '', 'published'],
    ['what waits is declined, with a word why', 'waiting', 'decline', 'names a neighbour', 'declined'],
    ['nothing is declined without a word', 'waiting', 'decline', '   ', 'reason_required'],
    ['what is shown can be taken down', 'published', 'decline', 'not about this product', 'declined'],
    ['what was declined can be shown after all', 'declined', 'approve', '', 'published'],
    ['what is shown is not approved again', 'published', 'approve', '', 'wrong_state'],
    ['what was declined is not declined again', 'declined', 'decline', 'again', 'wrong_state'],
  ] as [string, ReviewStatus, ReviewEvent, string, string][])('%s', (_case, is, event, reason, expected) => {
    const done = moderate(is, { event, seen: is, reason });
    expect(done.ok ? done.value : done.code).toBe(expected);
  });

  test('whoever saw another state than it has decides nothing', () => {
    for (const is of reviewStatuses)
      for (const seen of reviewStatuses.filter((each) => each !== is))
        for (const event of ['approve', 'decline'] as const)
          expect(moderate(is, { event, seen, reason: 'x' })).toMatchObject({ ok: false, code: 'preview_stale' });
  });

  test.each([
    ['Marta Lorenz', 'Marta L.'],
    ['  Anna  Maria von Trapp ', 'Anna T.'],
    ['Cher', 'Cher'],
    ['', ''],
    ['Ødegaard 𝒳andra', 'Ødegaard 𝒳.'],
    ['<b>x</b> "y', '<b>x</b> ".'],
  ])('the name proposed for %j is %j', (name, shown) => expect(shownName(name)).toBe(shown));
});
