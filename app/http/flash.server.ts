import { createCookie, redirect } from '@remix-run/node';
import type { MessageValues } from '#app/domain/i18n/format-message.ts';
import type { Locale } from '#app/domain/i18n/locales.ts';
import type { Area, MessageKey } from '#app/messages/areas.ts';
import { areaWords } from '#app/messages/catalogue.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Settings } from '#app/deps.server.ts';
import { pathFor } from './locale.server';

export type FlashTone = 'good' | 'bad' | 'info';
/** What an act says on the next page: a key, so that it is read in the language of that page. */
export type FlashMessage<A extends Area = Area> = {
  tone: FlashTone;
  area: A;
  key: MessageKey<A>;
  values?: MessageValues;
};

/** What signing needs of the load context. */
export type FlashContext = { deps: { settings: Pick<Settings, 'secret' | 'origin'> } };

const secondsKept = 60;

const cookie = ({ deps: { settings } }: FlashContext) =>
  createCookie('flash', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.origin.startsWith('https:'),
    maxAge: secondsKept,
    secrets: [settings.secret],
  });

/** 303 to a path of the shop, in the language of the page, with a word about what was done. */
export async function redirectWithFlash<A extends Area>(
  request: Request,
  context: FlashContext,
  path: string,
  message: FlashMessage<A>,
): Promise<Response> {
  return redirect(pathFor(request, path), {
    status: 303,
    headers: { 'Set-Cookie': await cookie(context).serialize(message) },
  });
}

/** The word that waits, if any, and the header that takes it away once read. */
export async function readFlash(
  request: Request,
  context: FlashContext,
  locale: Locale,
): Promise<{ flash: { tone: FlashTone; text: string } | null; spent: string | null }> {
  const header = request.headers.get('Cookie');
  if (!header?.includes('flash=')) return { flash: null, spent: null };
  const spent = await cookie(context).serialize('', { maxAge: 0 });
  const message: unknown = await cookie(context).parse(header);
  if (!isFlashMessage(message)) return { flash: null, spent };
  return { flash: { tone: message.tone, text: translator(locale, message.area)(message.key, message.values) }, spent };
}

function isFlashMessage(message: unknown): message is FlashMessage {
  if (typeof message !== 'object' || message === null || !('area' in message) || !('key' in message)) return false;
  const words: object | undefined = areaWords('en', message.area as Area);
  return words !== undefined && Object.hasOwn(words, message.key as string);
}
