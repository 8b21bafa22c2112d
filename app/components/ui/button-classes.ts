export type ButtonTone = 'primary' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'small' | 'large';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  quiet: 'bg-raised text-ink border-control hover:border-ink hover:bg-sunken',
  danger: 'bg-raised text-bad border-bad hover:bg-bad-soft',
};

const sizes: Record<ButtonSize, string> = {
  normal: 'min-h-11 px-5 py-2 text-base',
  small: 'min-h-9 px-3 py-1 text-sm max-sm:min-h-11',
  large: 'min-h-13 px-7 py-3 text-lg',
};

/** How buttons and links that look like one are dressed. One primary action on a page, as wide as a phone; the rest is
 *  quiet. */
export const buttonClasses = (tone: ButtonTone, size: ButtonSize, wide: boolean): string =>
  [
    'inline-flex items-center justify-center gap-2 rounded border font-semibold leading-tight text-center no-underline',
    'transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress',
    tones[tone],
    sizes[size],
    wide ? 'w-full' : tone === 'primary' && size !== 'small' ? 'max-sm:w-full' : '',
  ].join(' ');
