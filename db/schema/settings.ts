import { integer, jsonb, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { settingsKinds } from '#app/domain/settings/shop-rules.ts';
import { id, instant, isOneOf, oneOf } from './columns';
import { persons } from './identity';

/** What the shop's owner decided, one document a kind. A row never changes: a change is the next number, and going back is
 *  a change too. */
export const settingsRevisions = pgTable(
  'settings_revisions',
  {
    id: id(),
    kind: oneOf(settingsKinds).notNull(),
    number: integer().notNull(),
    document: jsonb().notNull(),
    /** The number whose document was taken up again; null for an edit. */
    restores: integer(),
    changedBy: uuid().references(() => persons.id, { onDelete: 'set null' }),
    changedAt: instant().notNull(),
  },
  (t) => [
    unique('one_settings_revision_per_number').on(t.kind, t.number),
    isOneOf('settings_kind', t.kind, settingsKinds),
  ],
);
