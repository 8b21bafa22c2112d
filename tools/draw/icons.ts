import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { letters } from './letters.ts';
import { document, element, group, path } from './svg.ts';
import { brandPictures } from './views.ts';

const [paper, ink, copper] = ['#fbf8f2', '#211b15', '#97461a'];

/** The mark of the shop, 28 by 28: a post with a bean for a lamp. The same shape as in the page header. */
const mark = (post: string, bean: string, cleft: string) =>
  path('M12.4 14.5h3.2V27h-3.2zM7 25.8h14V27.6H7z', post) +
  element('ellipse', { cx: 14, cy: 8, rx: 9.5, ry: 6.6, fill: bean, transform: 'rotate(-24 14 8)' }) +
  path('M5.8 11.4c3.6.6 5.2-1 7.6-3.4s4.6-3.9 8.9-3.3', 'none', {
    stroke: cleft,
    'stroke-width': 1.5,
    'stroke-linecap': 'round',
  });

/** `share` of the square is the mark; the rest is ground, so that a phone may cut it to any shape. */
const icon = (size: number, share: number, radius: number) => {
  const scale = (size * share) / 28;
  const offset = (size * (1 - share)) / 2;
  return document(
    size,
    size,
    element('rect', { width: size, height: size, rx: radius || undefined, fill: copper }) +
      group(mark(paper, '#f0c9a6', copper), { transform: `translate(${offset} ${offset}) scale(${scale})` }),
  );
};

const wordmark = () =>
  document(
    150,
    36,
    group(mark(ink, copper, paper), { transform: 'translate(2 4)' }) +
      letters('Tradepost', 92, 26, { size: 22, fill: ink, face: 'display' }),
  );

export async function drawIcons(folder: string): Promise<void> {
  const icons = join(folder, 'icons');
  await mkdir(icons, { recursive: true });
  const png = (svg: string) => sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
  await writeFile(join(icons, 'icon-192.png'), await png(icon(192, 0.7, 40)));
  await writeFile(join(icons, 'icon-512.png'), await png(icon(512, 0.7, 108)));
  await writeFile(join(icons, 'icon-maskable-512.png'), await png(icon(512, 0.56, 0)));
  await writeFile(join(icons, 'apple-touch-icon.png'), await png(icon(180, 0.66, 0)));
  await writeFile(join(icons, 'wordmark.svg'), `${wordmark()}\n`);
  const shared = brandPictures['open-graph'];
  if (shared)
    await writeFile(
      join(folder, 'open-graph.jpg'),
      await sharp(Buffer.from(shared())).jpeg({ quality: 84, mozjpeg: true }).toBuffer(),
    );
}
