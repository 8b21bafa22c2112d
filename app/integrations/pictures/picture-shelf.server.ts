import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { newId } from '../ids.server';
import { type PictureFormat, isPictureName, isUploadedName } from './rendition';

export type PictureFacts = { readonly hash: string; readonly width: number; readonly height: number };

export type PictureShelf = {
  /** Null when there is no such picture. */
  facts(name: string): Promise<PictureFacts | null>;
  /** The picture at most so wide, made on first asking and kept. Null when there is no such picture. */
  rendition(name: string, p: { width: number; format: PictureFormat }): Promise<{ bytes: Buffer; hash: string } | null>;
};

/** How many pictures are made at once: pages come first. */
const atOnce = 2;

/** Drawings as masters in one folder, their smaller sizes in another that holds only what can be made again. */
export function pictureShelf(p: {
  masters: string;
  cache: string;
  /** Uploaded ones, by name. */
  uploaded?: (name: string) => Promise<Uint8Array | null>;
}): PictureShelf {
  const known = new Map<string, Promise<PictureFacts | null>>();
  const underWay = new Map<string, Promise<Buffer>>();
  const inTurn = turns(atOnce);
  const master = async (name: string): Promise<Buffer | null> => {
    if (!isUploadedName(name)) return readFile(join(p.masters, `${name}.webp`)).catch(whenMissing);
    const content = await p.uploaded?.(name);
    return content ? Buffer.from(content) : null;
  };

  async function look(name: string): Promise<PictureFacts | null> {
    const bytes = await master(name);
    if (!bytes) return null;
    const { width = 0, height = 0 } = await sharp(bytes).metadata();
    return { hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16), width, height };
  }

  function facts(name: string): Promise<PictureFacts | null> {
    if (!isPictureName(name)) return Promise.resolve(null);
    const found = known.get(name) ?? look(name);
    known.set(name, found);
    void found.then(
      (answer) => answer ?? known.delete(name),
      () => known.delete(name),
    );
    return found;
  }

  async function make(name: string, width: number, format: PictureFormat, file: string): Promise<Buffer> {
    const bytes = await master(name);
    if (!bytes) throw new Error(`the picture ${name} went away`);
    const sized = sharp(bytes).resize({ width, withoutEnlargement: true });
    const made = await encoded(sized, format).toBuffer();
    // Another process may make the same one: whoever is last puts the same bytes in place, whole.
    const part = `${file}.${newId()}`;
    await mkdir(p.cache, { recursive: true });
    await writeFile(part, made);
    await rename(part, file);
    return made;
  }

  return {
    facts,
    async rendition(name, { width, format }) {
      const found = await facts(name);
      if (!found) return null;
      const file = join(p.cache, `${found.hash}-${width}.${format}`);
      const kept = await readFile(file).catch(whenMissing);
      if (kept) return { bytes: kept, hash: found.hash };
      const making = underWay.get(file) ?? inTurn(() => make(name, width, format, file));
      underWay.set(file, making);
      try {
        return { bytes: await making, hash: found.hash };
      } finally {
        underWay.delete(file);
      }
    },
  };
}

const encoded = (picture: Sharp, format: PictureFormat) =>
  format === 'avif'
    ? picture.avif({ quality: 58, effort: 3 })
    : format === 'webp'
      ? picture.webp({ quality: 80, effort: 4 })
      : picture.jpeg({ quality: 82, mozjpeg: true });

function whenMissing(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT') return null;
  throw fault;
}

/** So many at a time, the others in the order they came. */
function turns(places: number) {
  let free = places;
  const waiting: (() => void)[] = [];
  return async <T>(act: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
