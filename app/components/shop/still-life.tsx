/** The roaster's counter, drawn by us: light from the left, paper ground, a bag, a cup and the mark's post. */
export function StillLife({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 560 460" aria-hidden="true" focusable="false" className={`h-auto w-full ${className}`}>
      <rect width="560" height="460" rx="10" fill="var(--color-sunken)" />
      <path d="M0 0h330L150 460H0z" fill="var(--color-raised)" opacity=".35" />
      <path d="M0 356h560v94a10 10 0 0 1-10 10H10a10 10 0 0 1-10-10z" fill="var(--color-accent-soft)" />
      <ellipse cx="236" cy="384" rx="150" ry="15" fill="var(--color-ink)" opacity=".12" />
      <ellipse cx="430" cy="398" rx="92" ry="12" fill="var(--color-ink)" opacity=".12" />

      <path d="M138 120h176l14 250a14 14 0 0 1-14 14H138a14 14 0 0 1-14-14z" fill="#97461a" />
      <path d="M262 120h52l14 250a14 14 0 0 1-14 14h-38z" fill="#7a3611" />
      <path d="M138 120h176l-5-40a8 8 0 0 0-8-7H151a8 8 0 0 0-8 7z" fill="#5f290c" />
      <path d="M140 98h172" stroke="#97461a" strokeWidth="3" strokeDasharray="2 7" strokeLinecap="round" />
      <rect x="156" y="184" width="140" height="132" rx="5" fill="#fbf8f2" />
      <ellipse cx="226" cy="222" rx="26" ry="18" transform="rotate(-24 226 222)" fill="#97461a" />
      <path
        d="M203 231c10 2 14-3 21-10s12-11 24-9"
        fill="none"
        stroke="#fbf8f2"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <text x="226" y="272" textAnchor="middle" className="font-display" fontSize="22" fontWeight="600" fill="#211b15">
        Tradepost
      </text>
      <path d="M186 290h80" stroke="#8a7d6c" strokeWidth="4" strokeLinecap="round" />

      <path d="M356 296h140l-12 76a28 28 0 0 1-28 24h-60a28 28 0 0 1-28-24z" fill="#fbf8f2" />
      <path d="M452 296h44l-12 76a28 28 0 0 1-28 24h-22z" fill="#e9dfce" />
      <path d="M492 314h16a27 27 0 0 1 0 54h-22" fill="none" stroke="#e9dfce" strokeWidth="12" />
      <ellipse cx="426" cy="296" rx="70" ry="14" fill="#e9dfce" />
      <ellipse cx="426" cy="298" rx="60" ry="10" fill="#4a2c17" />
      <path d="M384 297c14-6 30-7 44-5" fill="none" stroke="#8a5a35" strokeWidth="3" strokeLinecap="round" />
      <g fill="none" stroke="var(--color-ink-faint)" strokeWidth="4" strokeLinecap="round" opacity=".5">
        <path d="M404 268c-10-16 10-24 0-42" />
        <path d="M430 262c-10-16 10-24 0-42" />
        <path d="M456 268c-10-16 10-24 0-42" />
      </g>
      <g fill="#4a2c17">
        <ellipse cx="92" cy="404" rx="17" ry="11" transform="rotate(-18 92 404)" />
        <ellipse cx="62" cy="424" rx="16" ry="11" transform="rotate(24 62 424)" />
        <ellipse cx="338" cy="424" rx="17" ry="11" transform="rotate(12 338 424)" />
      </g>
      <g fill="none" stroke="#8a5a35" strokeWidth="2.5" strokeLinecap="round">
        <path d="M78 409c10-1 16-9 27-11" />
        <path d="M49 418c8 6 17 2 26 11" />
        <path d="M323 421c10 0 18 5 29 6" />
      </g>
    </svg>
  );
}
