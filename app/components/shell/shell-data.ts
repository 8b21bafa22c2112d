import type { Locale } from '#app/domain/i18n/locales.ts';

/** Who the page is for. `company` is set while buying as one of its units. */
export type Viewer = {
  readonly name: string;
  readonly email: string;
  readonly company: { readonly name: string; readonly unit: string } | null;
  /** Whether there is anyone else this person may buy as. */
  readonly canSwitch: boolean;
  readonly isStaff: boolean;
};

export type MarketChoice = { readonly code: string; readonly name: string; readonly currency: string };
export type CategoryLink = { readonly path: string; readonly title: string };

/** What every page's frame needs to know. The root loader answers it; plain data only. */
export type ShellData = {
  readonly locale: Locale;
  /** The address asked for, with its query: forms of the frame come back to it. */
  readonly address: string;
  readonly theme: 'system' | 'light' | 'dark';
  readonly isDemo: boolean;
  readonly origin: string;
  readonly year: number;
  readonly viewer: Viewer | null;
  /** Names for whom this page was made, so that its forms can say so. */
  readonly buyingAs: string;
  readonly cartCount: number;
  readonly market: MarketChoice;
  readonly markets: readonly MarketChoice[];
  readonly categories: readonly CategoryLink[];
  readonly flash: { readonly tone: 'good' | 'bad' | 'info'; readonly text: string } | null;
};
