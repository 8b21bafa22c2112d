import { createCookie } from '@remix-run/node';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const remembered = createCookie('theme', { path: '/', sameSite: 'lax', maxAge: 365 * 24 * 3600 });

export const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme);

/** "system" when nothing was chosen: the device decides then. */
export async function readTheme(request: Request): Promise<Theme> {
  const value: unknown = await remembered.parse(request.headers.get('Cookie'));
  return isTheme(value) ? value : 'system';
}

export const rememberTheme = (theme: Theme): Promise<string> => remembered.serialize(theme);
