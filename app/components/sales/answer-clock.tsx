import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/words';

type Props = {
  /** Open time left when the page was made. */
  leftMs: number;
  /** A closed desk's clock stands still. */
  isRunning: boolean;
  /** The moment in words, for whoever reads it without watching. */
  due: string;
};

const secondMs = 1_000;

/** How long a request may still wait, counted down while one looks. */
export function AnswerClock({ leftMs, isRunning, due }: Props) {
  const t = useMessages('desk');
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const began = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - began), secondMs);
    return () => clearInterval(timer);
  }, [isRunning, leftMs]);
  const seconds = Math.max(0, Math.ceil((leftMs - passed) / secondMs));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const tone = seconds <= 60 ? 'text-bad' : seconds <= 180 ? 'text-warn' : 'text-ink';
  return (
    <span className="inline-grid">
      <span role="timer" aria-label={t('clockLabel', { due })} className={`tabular font-semibold ${tone}`}>
        {seconds === 0 ? t('overdue') : <bdi>{text}</bdi>}
      </span>
      <span className="text-sm text-ink-soft">
        {isRunning || seconds === 0 ? t('clockUntil', { due }) : t('clockStands', { due })}
      </span>
    </span>
  );
}
