/** Our mark, drawn: a post with a bean for a lamp, and the name set beside it. */
export function Wordmark({ className = 'h-7' }: { className?: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false" className={`${className} w-auto`}>
        <path d="M12.4 14.5h3.2V27h-3.2z" fill="currentColor" />
        <path d="M7 25.8h14V27.6H7z" fill="currentColor" />
        <ellipse cx="14" cy="8" rx="9.5" ry="6.6" transform="rotate(-24 14 8)" fill="var(--color-accent)" />
        <path
          d="M5.8 11.4c3.6.6 5.2-1 7.6-3.4s4.6-3.9 8.9-3.3"
          fill="none"
          stroke="var(--color-paper)"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      <span className="font-display text-xl font-semibold tracking-tight">Tradepost</span>
    </span>
  );
}
