import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of the demo shop's drawings, without their ending. */
export async function pictureNames(): Promise<string[]> {
  const files = await readdir(join(import.meta.dirname, 'demo/pictures'));
  return files.filter((file) => file.endsWith('.webp')).map((file) => file.slice(0, -'.webp'.length));
}
