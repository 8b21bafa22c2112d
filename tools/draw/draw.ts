import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { coffeePictures } from './coffees.ts';
import { drawIcons } from './icons.ts';
import { brandPictures, categoryPictures } from './views.ts';
import { warePictures } from './wares.ts';

/** `npm run draw [-- name …]`: draws every picture anew, or only those whose name begins so. `--sheet FILE` makes a contact sheet. */
const folder = join(import.meta.dirname, '../../db/seed/demo/pictures');
const given = process.argv.slice(2);
const sheetAt = given.indexOf('--sheet');
const sheetFile = sheetAt >= 0 ? given.splice(sheetAt, 2)[1] : undefined;

const pictures = Object.entries({ ...coffeePictures, ...warePictures, ...categoryPictures, ...brandPictures }).sort(
  ([a], [b]) => (a < b ? -1 : 1),
);
const wanted = given.length > 0 ? pictures.filter(([name]) => given.some((start) => name.startsWith(start))) : pictures;

await mkdir(folder, { recursive: true });
if (given.length === 0) {
  const kept = new Set(pictures.map(([name]) => `${name}.webp`));
  for (const file of await readdir(folder)) if (!kept.has(file)) await rm(join(folder, file));
}
const drawn: { name: string; webp: Buffer }[] = [];
for (const [name, draw] of wanted) {
  const webp = await sharp(Buffer.from(draw())).webp({ quality: 82, effort: 6, smartSubsample: true }).toBuffer();
  await writeFile(join(folder, `${name}.webp`), webp);
  drawn.push({ name, webp });
}
if (given.length === 0) await drawIcons(join(import.meta.dirname, '../../public'));
if (sheetFile) await contactSheet(drawn, sheetFile);
const sizes = await Promise.all((await readdir(folder)).map(async (file) => (await stat(join(folder, file))).size));
console.log(
  `${drawn.length} drawn; ${sizes.length} pictures, ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)} KB in all`,
);

async function contactSheet(list: typeof drawn, file: string) {
  const [tile, columns] = [300, 6];
  const tiles = await Promise.all(
    list.map(({ webp }) => sharp(webp).resize(tile, tile, { fit: 'contain', background: '#ffffff' }).toBuffer()),
  );
  await sharp({
    create: {
      width: columns * tile,
      height: Math.ceil(list.length / columns) * tile,
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(tiles.map((input, i) => ({ input, left: (i % columns) * tile, top: Math.floor(i / columns) * tile })))
    .png()
    .toFile(file);
}
