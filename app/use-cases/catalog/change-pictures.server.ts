import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { uploadedName } from '#app/integrations/pictures/rendition.ts';
import { type Crop, takeUpload } from '#app/integrations/pictures/take-upload.server.ts';
import { lockProduct } from '#db/locks.server.ts';
import { type ProductPicture, findPictures, replacePictures } from '#db/queries/imported-catalog.server.ts';
import { addPictureMaster } from '#db/queries/product-edits.server.ts';

export type PictureEdit = {
  handle: string;
  /** What stays of the pictures there are, in the order they shall have. */
  kept: readonly (ProductPicture & { order: number })[];
  added: readonly { content: Uint8Array; alt: Record<string, string>; crop: Crop }[];
};

const mostPictures = 20;

/** Uploads join the pictures of a product, others leave or change their places and words. All of it or nothing. */
export async function changePictures(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { handle, kept, added }: PictureEdit,
): Promise<Outcome<null, 'not_found' | 'not_a_picture' | 'too_many_files' | 'stale_revision'>> {
  if (kept.length + added.length > mostPictures) return refused('too_many_files');
  const masters: { name: string; content: Buffer; alt: Record<string, string> }[] = [];
  for (const { content, alt, crop } of added) {
    const master = await takeUpload(content, crop);
    if (!master) return refused('not_a_picture');
    masters.push({ name: uploadedName(newId()), content: master, alt });
  }
  return db.transaction(async (tx) => {
    if (!(await lockProduct(tx, { handle }))) return refused('not_found');
    const there = (await findPictures(tx, { handles: [handle] })).get(handle) ?? [];
    const known = new Set(there.map(({ source }) => source));
    if (!kept.every(({ source }) => known.has(source))) return refused('stale_revision');
    for (const { name, content } of masters) await addPictureMaster(tx, { name, content, at: now() });
    const ordered = [...kept].sort((a, b) => a.order - b.order);
    const pictures: ProductPicture[] = [
      ...ordered.map(({ source, alt, sku }) => ({ source, alt, sku })),
      ...masters.map(({ name, alt }) => ({ source: name, alt, sku: null })),
    ];
    await replacePictures(tx, { pictures: new Map([[handle, pictures]]) });
    return ok(null);
  });
}
