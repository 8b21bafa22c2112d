import type { SettingsKind } from '#app/domain/settings/shop-rules.ts';

const elsewhere: Partial<Record<SettingsKind, string>> = {
  pages: '/admin/settings/texts/pages',
  mails: '/admin/settings/texts/mails',
  reminders: '/admin/reminders/series',
};

/** Where a kind of settings is changed. */
export const settingsPath = (kind: SettingsKind): string =>
  elsewhere[kind] ?? `/admin/settings/${kind.replaceAll('_', '-')}`;
