import type { CommentView } from '#app/components/ui/conversation.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';

type Said = {
  readonly id: string;
  readonly personId: string | null;
  readonly line?: number | null;
  readonly body: string;
  readonly at: Date;
};

/** Comments as a page shows them; whoever is gone stands there without a name. */
export const commentViews = (
  said: readonly Said[],
  p: {
    people: ReadonlyMap<string, { name: string }>;
    formats: string;
    timeZone: string;
    aboutLine?: (line: number) => string;
  },
): CommentView[] =>
  said.map(({ id, personId, line, body, at }) => ({
    id,
    by: (personId && p.people.get(personId)?.name) || null,
    at: at.toISOString(),
    atText: formatInstant(at, p.formats, p.timeZone),
    about: line ? p.aboutLine?.(line) : undefined,
    body,
  }));
