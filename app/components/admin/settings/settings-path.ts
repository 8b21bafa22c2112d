import type { SettingsKind } from '#app/domain/settings/shop-rules.ts';

/** Where a kind of settings is changed. */
export const settingsPath = (kind: SettingsKind): string =>
  kind === 'reminders'
    ? '/admin/reminders/series'
    : kind === 'pages' || kind === 'mails'
      ? `/admin/settings/texts/${kind}`
      : `/admin/settings/${kind.replaceAll('_', '-')}`;
