import type { ServerBuild } from '@remix-run/node';
import { pageHandler } from '#app/http/server/page-handler.server.ts';
import type { Browser } from './browser.ts';
import * as build from './server-build.ts';

const handle = pageHandler(build as ServerBuild);

/** A page as the server sends it: markup, head, and what the scripts are handed. */
export async function rendered(who: Browser, path: string): Promise<{ status: number; html: string }> {
  const { request, context } = who.ask(path);
  const answer = await handle(request, context);
  return { status: answer.status, html: await answer.text() };
}

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
export const scriptsOf = (html: string): { type: string; body: string }[] =>
  [...html.matchAll(script)].map(([, attributes = '', body = '']) => ({
    type: /type="([^"]*)"/.exec(attributes)?.[1] ?? '',
    body,
  }));
export const withoutScripts = (html: string): string => html.replaceAll(script, '');

/** Every kind of tag, with the names of its attributes: what is quoted is nothing to it. */
export const tagsOf = (html: string): string[] => [
  ...new Set(
    (
      withoutScripts(html)
        .replaceAll(/="[^"]*"/g, '=""')
        .match(/<[a-z/!?][^<>]*>/gi) ?? []
    ).map((tag) => tag.toLowerCase()),
  ),
];

/** What stands in every attribute of this name. */
export const attribute = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
export const decoded = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (found) => entities[found] ?? '');
