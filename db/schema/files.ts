import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { fileOwnerKinds } from '#app/domain/files/file-owners.ts';
import { companies } from './companies';
import { persons } from './identity';
import { bytes, id, instant, isOneOf, oneOf } from './columns';

/** What people uploaded and what the shop issued, whole. A file belongs to one document and is read by whoever may read
 *  that. */
export const files = pgTable(
  'files',
  {
    id: id(),
    ownerKind: oneOf(fileOwnerKinds).notNull(),
    ownerId: uuid().notNull(),
    /** Null for what belongs to no company. */
    companyId: uuid().references(() => companies.id),
    name: text().notNull(),
    /** Judged by content, not by what the browser said. */
    mediaType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    content: bytes().notNull(),
    /** Whoever uploaded it; null for what the shop issued. */
    personId: uuid().references(() => persons.id),
    /** An issued document is made once: `invoice:<id>:en`. Null for uploads. */
    issueKey: text().unique('one_file_per_issue'),
    at: instant().notNull(),
  },
  (t) => [
    isOneOf('file_owner_kind', t.ownerKind, fileOwnerKinds),
    index('files_of_owner').on(t.ownerKind, t.ownerId, t.at),
  ],
);
