import sharp from 'sharp';

export const crops = ['none', 'square', 'wide'] as const;
export type Crop = (typeof crops)[number];

const longest = 2_400;
const least = 200;

/** A picture somebody uploaded as the master it is kept as: turned upright, at most 2,400 pixels, cut around its middle if
 *  asked, without what cameras write into files. Null for what is no picture, or too small to be shown. */
export async function takeUpload(content: Uint8Array, crop: Crop): Promise<Buffer | null> {
  try {
    const upright = sharp(content, { limitInputPixels: 100_000_000 }).rotate();
    const { data, info } = await upright
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .toBuffer({ resolveWithObject: true });
    if (info.width < least || info.height < least) return null;
    const [across, down] = crop === 'square' ? [1, 1] : crop === 'wide' ? [4, 3] : [info.width, info.height];
    const width = Math.min(info.width, Math.floor((info.height * across) / down));
    const height = Math.min(info.height, Math.floor((width * down) / across));
    return await sharp(data)
      .resize({ width, height, fit: 'cover', position: 'centre' })
      .webp({ quality: 88 })
      .toBuffer();
  } catch {
    return null;
  }
}
