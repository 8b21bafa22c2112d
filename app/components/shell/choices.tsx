import { type Locale, localeCodes, localePath, locales } from '#app/domain/i18n/locales.ts';
import { useLocale, useLocalePath, useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import type { ShellData } from './shell-data';

const selectLook =
  'min-h-9 max-sm:min-h-11 w-full min-w-0 rounded border border-control bg-raised px-2 text-sm text-ink';

/** The languages of the shop as links to this same page. */
export function LanguageLinks({ address, isDemo }: { address: string; isDemo: boolean }) {
  const t = useMessages('shell');
  const current = useLocale();
  const offered = localeCodes.filter((code: Locale) => isDemo || !locales[code].generated);
  return (
    <nav aria-label={t('language')}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {offered.map((code) => (
          <li key={code}>
            <a
              href={localePath(address, code)}
              hrefLang={locales[code].tag}
              lang={locales[code].generated ? 'en' : locales[code].tag}
              aria-current={code === current ? 'true' : undefined}
              className="inline-block py-1 text-ink-soft no-underline hover:text-ink hover:underline max-sm:py-2.5 aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {locales[code].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where things are sent and in which currency they are paid. Chosen, remembered, never guessed. */
export function MarketChooser({ shell, id }: { shell: ShellData; id: string }) {
  const t = useMessages('shell');
  const to = useLocalePath();
  return (
    <form method="post" action={to('/preferences/market')} className="flex items-end gap-2">
      <input type="hidden" name="back" value={shell.address} />
      <label htmlFor={id} className="flex min-w-0 grow flex-col gap-1 text-sm">
        <span className="text-ink-faint">{t('market')}</span>
        <select id={id} name="market" defaultValue={shell.market.code} className={selectLook}>
          {shell.markets.map((market) => (
            <option key={market.code} value={market.code}>
              {market.name} ({market.currency})
            </option>
          ))}
        </select>
      </label>
      <Button size="small">{t('change')}</Button>
    </form>
  );
}

/** Light, dark or as the device has it; remembered by a cookie, so that the first paint is right. */
export function ThemeChooser({ shell, id }: { shell: ShellData; id: string }) {
  const t = useMessages('shell');
  const to = useLocalePath();
  return (
    <form method="post" action={to('/preferences/theme')} className="flex items-end gap-2">
      <input type="hidden" name="back" value={shell.address} />
      <label htmlFor={id} className="flex min-w-0 grow flex-col gap-1 text-sm">
        <span className="text-ink-faint">{t('theme')}</span>
        <select id={id} name="theme" defaultValue={shell.theme} className={selectLook}>
          <option value="system">{t('themeSystem')}</option>
          <option value="light">{t('themeLight')}</option>
          <option value="dark">{t('themeDark')}</option>
        </select>
      </label>
      <Button size="small">{t('change')}</Button>
    </form>
  );
}
