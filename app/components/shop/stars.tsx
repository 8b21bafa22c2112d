import { useMessages } from '../i18n/words';

/** `tenths` of a star, 0 to 50; `text` is the average as the language writes it. */
export type Rating = { readonly tenths: number; readonly text: string; readonly count: number };

/** What buyers thought, drawn as stars and said in words; `isOne` for a single buyer's stars, which need no sum. */
export function Stars({ rating, isOne = false }: { rating: Rating; isOne?: boolean }) {
  const t = useMessages('shop');
  return (
    <p className="flex items-center gap-1.5 text-sm text-ink-soft">
      <span aria-hidden="true" className="relative inline-block leading-none tracking-widest text-line" dir="ltr">
        ★★★★★
        <span
          className="absolute inset-y-0 left-0 overflow-hidden whitespace-nowrap text-accent"
          style={{ width: `${rating.tenths * 2}%` }}
        >
          ★★★★★
        </span>
      </span>
      <span className="sr-only">{t('ratingText', { average: rating.text, count: rating.count })}</span>
      {!isOne && (
        <span aria-hidden="true" className="tabular">
          {rating.text} ({rating.count})
        </span>
      )}
    </p>
  );
}
