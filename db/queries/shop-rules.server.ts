import { desc, inArray } from 'drizzle-orm';
import {
  type SettingsDocuments,
  type SettingsKind,
  type ShopRules,
  firstSettings,
  ruleKinds,
  shopRulesOf,
} from '#app/domain/settings/shop-rules.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { settingsRevisions } from '#db/schema/settings.ts';

/** By the ids of the revisions they were made from, which never change; more than a few are never in force at once. */
const made = new Map<string, ShopRules>();
const most = 16;

/** The rules of this moment. One statement; documents are read again only after a change. */
export async function readShopRules(db: DbOrTx): Promise<ShopRules> {
  const latest = await db
    .selectDistinctOn([settingsRevisions.kind], { kind: settingsRevisions.kind, id: settingsRevisions.id })
    .from(settingsRevisions)
    .where(inArray(settingsRevisions.kind, [...ruleKinds]))
    .orderBy(settingsRevisions.kind, desc(settingsRevisions.number));
  const ids = latest.map(({ id }) => id);
  const key = ids.join();
  const known = made.get(key);
  if (known) return known;
  const rows = ids.length === 0 ? [] : await readDocuments(db, ids);
  const rules = shopRulesOf({ ...firstSettings, ...Object.fromEntries(rows) } as SettingsDocuments);
  if (made.size >= most) made.clear();
  made.set(key, rules);
  return rules;
}

async function readDocuments(db: DbOrTx, ids: string[]): Promise<[SettingsKind, unknown][]> {
  const rows = await db
    .select({ kind: settingsRevisions.kind, document: settingsRevisions.document })
    .from(settingsRevisions)
    .where(inArray(settingsRevisions.id, ids));
  return rows.map(({ kind, document }) => [kind, document]);
}
