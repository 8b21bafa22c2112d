import { useMessages } from '../i18n/words';
import { ArrowDown, ArrowUp } from './icons/arrows';

export type Direction = 'up' | 'down' | 'same';

type Props = {
  before: string;
  after: string;
  direction: Direction;
  /** "4 %": how much, without its sign; arrow and word say which way. */
  by?: string;
  /** Whether going up is good news for the reader, as earnings are and prices are not. */
  isUpGood?: boolean;
};

/** A difference shown as one: old struck, new bold, which way in an arrow and a word. */
export function Diff({ before, after, direction, by, isUpGood = false }: Props) {
  const t = useMessages('shell');
  if (direction === 'same') return <span className="tabular">{after}</span>;
  const Arrow = direction === 'up' ? ArrowUp : ArrowDown;
  const isGood = (direction === 'up') === isUpGood;
  return (
    <span className="tabular inline-flex flex-wrap items-baseline gap-x-2">
      <del className="text-ink-faint">
        <span className="sr-only">{t('was')} </span>
        {before}
      </del>
      <ins className="font-semibold no-underline">
        <span className="sr-only">{t('now')} </span>
        {after}
      </ins>
      <span className={`inline-flex items-center gap-0.5 text-sm ${isGood ? 'text-good' : 'text-bad'}`}>
        <Arrow className="size-3.5" />
        {by ? `${by} ` : ''}
        {t(direction)}
      </span>
    </span>
  );
}
