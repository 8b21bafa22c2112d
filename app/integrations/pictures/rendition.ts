/** The widths a picture is made in; nothing else is, so that nobody fills the disk by asking. */
export const pictureWidths = [160, 320, 480, 640, 960, 1200, 1600] as const;
export type PictureWidth = (typeof pictureWidths)[number];

export const pictureFormats = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' } as const;
export type PictureFormat = keyof typeof pictureFormats;

/** Null when nobody offers that width; the middle one when none is named. */
export function widthFrom(text: string | null): PictureWidth | null {
  if (text === null) return 640;
  return pictureWidths.find((width) => String(width) === text) ?? null;
}

/** The smallest format the browser says it can show; what only says "anything" gets what everything shows. */
export function formatFrom(accept: string | null): PictureFormat {
  const types = (accept ?? '').split(',').map((part) => part.trim().split(';'));
  const takes = (type: string) =>
    types.some(
      ([name, ...rest]) => name?.trim().toLowerCase() === type && !rest.some((q) => /^\s*q=0(\.0*)?$/.test(q)),
    );
  if (takes('image/avif')) return 'avif';
  return takes('image/webp') ? 'webp' : 'jpeg';
}

/** One of our names: no folder, no ending. */
export const isPictureName = (name: string): boolean =>
  /^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/.test(name) && name.length <= 120;

/** What people uploaded is kept with the rows, under names of its own. */
export const uploadedName = (id: string): string => `upload-${id}`;
export const isUploadedName = (name: string): boolean => name.startsWith('upload-');
