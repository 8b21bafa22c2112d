import type { FileView } from '#app/components/files/file-list.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { formatFileSize } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import type { NamedPerson } from '#db/queries/directory.server.ts';
import type { FileFacts } from '#db/queries/files.server.ts';

/** The files of a document as its page lists them; `people` names whoever added them. */
export function fileViews(
  files: readonly FileFacts[],
  people: ReadonlyMap<string, NamedPerson>,
  p: { locale: Locale; timeZone: string },
): FileView[] {
  const { formats } = locales[p.locale];
  return files.map(({ id, name, size, personId, at }) => {
    const person = personId ? people.get(personId) : undefined;
    return {
      id,
      name,
      size: formatFileSize(size, formats),
      addedBy: person ? person.name || person.email : null,
      at: formatInstant(at, formats, p.timeZone),
    };
  });
}
