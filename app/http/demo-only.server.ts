import type { AppLoadContext } from '@remix-run/node';
import { notFound } from './require-actor.server';

/** Production has no such page. */
export function demoOnly({ deps }: AppLoadContext): void {
  if (deps.settings.mode !== 'demo') throw notFound();
}
