import { useMessages } from '../i18n/words';
import { Picture, type PictureData } from './picture';

/** Pictures one beside the other, moved by thumb, wheel, keys or the small ones below, which are plain links. */
export function ProductGallery({ pictures }: { pictures: readonly PictureData[] }) {
  const t = useMessages('shop');
  const id = (index: number) => `picture-${index + 1}`;
  return (
    <div className="grid content-start gap-3">
      <div
        role="region"
        aria-label={t('pictures')}
        // What scrolls has to be reachable by keys.
        tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
        className="relative flex snap-x snap-mandatory overflow-x-auto rounded bg-sunken [scrollbar-width:none] motion-safe:scroll-smooth"
      >
        {pictures.map((picture, index) => (
          <div key={picture.src} id={id(index)} className="w-full shrink-0 snap-center">
            <Picture picture={picture} sizes="(width >= 64rem) 36rem, 100vw" isFirst={index === 0} />
          </div>
        ))}
      </div>
      {pictures.length > 1 && (
        <ul className="flex min-w-0 gap-2 sm:flex-wrap">
          {pictures.map((picture, index) => (
            <li key={picture.src} className="w-18 min-w-0">
              <a href={`#${id(index)}`} className="block overflow-hidden rounded border border-line hover:border-ink">
                <Picture picture={{ ...picture, alt: t('showPicture', { number: index + 1 }) }} sizes="4.5rem" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
