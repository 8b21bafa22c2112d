import { createHash } from 'node:crypto';
import { type FileOwner, mostFilesPerOwner } from '#app/domain/files/file-owners.ts';
import { type FileRefusal, judgeFile } from '#app/domain/files/file-type.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addFile, findIssuedFile, listFiles } from '#db/queries/files.server.ts';

/** A file as a form brings it: a name nobody vouches for, and its bytes. */
export type GivenFile = { readonly name: string; readonly content: Uint8Array };
type StoredFile = { readonly id: string; readonly name: string; readonly sha256: string };
type Belonging = { readonly owner: FileOwner; readonly companyId: string | null; readonly at: Date };

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Keeps uploads with their document, all of them or none. The caller has locked the document and knows that its reader
 *  may add to it. */
export async function storeUploads(
  tx: Tx,
  p: Belonging & { files: readonly GivenFile[]; personId: string },
): Promise<Outcome<StoredFile[], FileRefusal | 'too_many_files'>> {
  const before = await listFiles(tx, { owner: p.owner });
  if (before.length + p.files.length > mostFilesPerOwner) return refused('too_many_files');
  const judged = [];
  for (const { name, content } of p.files) {
    const verdict = judgeFile(name, content);
    if (!verdict.ok) return verdict;
    judged.push({ ...verdict.value, content });
  }
  const stored: StoredFile[] = [];
  for (const { name, mediaType, content } of judged) {
    const file = { id: newId(p.at.getTime()), name, sha256: hashOf(content) };
    await addFile(tx, { file: { ...rowOf(p, content), ...file, mediaType, personId: p.personId } });
    stored.push(file);
  }
  return ok(stored);
}

/** Keeps a document the shop made, once under its key: whoever comes second is given the first one. */
export async function storeIssued(
  tx: Tx,
  p: Belonging & { issueKey: string; name: string; mediaType: string; content: Uint8Array },
): Promise<StoredFile> {
  const file = { id: newId(p.at.getTime()), name: p.name, sha256: hashOf(p.content) };
  const { issueKey, mediaType } = p;
  if (await addFile(tx, { file: { ...rowOf(p, p.content), ...file, issueKey, mediaType } })) return file;
  const first = await findIssuedFile(tx, { issueKey });
  if (!first) throw new Error(`${issueKey} is neither new nor there`);
  return first;
}

const rowOf = ({ owner, companyId, at }: Belonging, content: Uint8Array) => ({
  ownerKind: owner.kind,
  ownerId: owner.id,
  companyId,
  size: content.length,
  content,
  at,
});
