import { and, asc, eq, inArray } from 'drizzle-orm';
import type { FileOwner } from '#app/domain/files/file-owners.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { files } from '#db/schema/files.ts';

export type NewFile = typeof files.$inferInsert;
/** All of a file but its content. */
export type FileFacts = Omit<typeof files.$inferSelect, 'content'>;

const facts = {
  id: files.id,
  ownerKind: files.ownerKind,
  ownerId: files.ownerId,
  companyId: files.companyId,
  name: files.name,
  mediaType: files.mediaType,
  size: files.size,
  sha256: files.sha256,
  personId: files.personId,
  issueKey: files.issueKey,
  at: files.at,
};

const belongsTo = ({ kind, id }: FileOwner) => and(eq(files.ownerKind, kind), eq(files.ownerId, id));

/** False when this document was issued already: nothing is written then. */
export async function addFile(tx: Tx, p: { file: NewFile }): Promise<boolean> {
  const added = await tx
    .insert(files)
    .values(p.file)
    .onConflictDoNothing({ target: files.issueKey })
    .returning({ id: files.id });
  return added.length > 0;
}

/** Whoever asks has found the owner within their scope. Oldest first. */
export async function listFiles(db: DbOrTx, p: { owner: FileOwner }): Promise<FileFacts[]> {
  return db.select(facts).from(files).where(belongsTo(p.owner)).orderBy(asc(files.at), asc(files.id));
}

/** The same of several owners of a kind at once. */
export async function listFilesOfOwners(
  db: DbOrTx,
  p: { kind: FileOwner['kind']; ids: readonly string[] },
): Promise<FileFacts[]> {
  if (p.ids.length === 0) return [];
  return db
    .select(facts)
    .from(files)
    .where(and(eq(files.ownerKind, p.kind), inArray(files.ownerId, [...p.ids])))
    .orderBy(asc(files.at), asc(files.id));
}

/** Null when there is none. Who may know of it is asked of its owner. */
export async function findFile(db: DbOrTx, p: { id: string }): Promise<FileFacts | null> {
  const [row] = await db.select(facts).from(files).where(eq(files.id, p.id));
  return row ?? null;
}

/** The one issued under this key. Null before it was. */
export async function findIssuedFile(db: DbOrTx, p: { issueKey: string }): Promise<FileFacts | null> {
  const [row] = await db.select(facts).from(files).where(eq(files.issueKey, p.issueKey));
  return row ?? null;
}

/** Null when it was taken away meanwhile. */
export async function readFileContent(db: DbOrTx, p: { id: string }): Promise<Uint8Array | null> {
  const [row] = await db.select({ content: files.content }).from(files).where(eq(files.id, p.id));
  return row?.content ?? null;
}

/** Answers what was taken away; null when this owner has no such file. */
export async function removeFile(tx: Tx, p: { owner: FileOwner; id: string }): Promise<FileFacts | null> {
  const [row] = await tx
    .delete(files)
    .where(and(eq(files.id, p.id), belongsTo(p.owner)))
    .returning(facts);
  return row ?? null;
}
