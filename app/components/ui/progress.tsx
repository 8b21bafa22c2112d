import { useMessages } from '../i18n/words';

/** Where something will stand; shown only once the wait has taken 300 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useMessages('shell');
  return (
    <div role="status" className="grid animate-appear gap-3">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={`h-4 animate-breathe rounded bg-sunken ${index === lines - 1 ? 'w-2/3' : 'w-full'}`}
        />
      ))}
    </div>
  );
}

/** A long wait with its numbers. `text` says them: "1,200 of 5,000 rows". */
export function ProgressBar({ label, done, all, text }: { label: string; done: number; all: number; text: string }) {
  return (
    <div className="grid gap-1.5">
      <p className="flex justify-between gap-4">
        <span className="font-medium">{label}</span>
        <span className="tabular text-ink-soft">{text}</span>
      </p>
      <progress
        aria-label={label}
        value={done}
        max={all}
        className="h-3 w-full appearance-none overflow-hidden rounded-full bg-sunken ring-1 ring-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}
