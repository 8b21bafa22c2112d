import * as z from 'zod';
import type { AppLoadContext } from '@remix-run/node';
import type { SettingsDocuments, SettingsKind } from '#app/domain/settings/shop-rules.ts';
import { changeSettings } from '#app/use-cases/settings/change-settings.server.ts';
import { redirectWithFlash } from './flash.server';
import type { FormValues } from './form-answer';
import { refusalInForm } from './refusal-reply.server';
import { type AsStaff, requireStaff } from './require-actor.server';

/** The number of the document a form was made from. */
export const baseShape = z.coerce.number().int().min(0);

/** An exact decimal of up to six places. */
export const decimalShape = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'not_an_amount');
export const ratePercentShape = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'not_a_number');
export const wholeShape = (most: number) => z.coerce.number('not_a_number').int('not_a_whole_number').min(0).max(most);

export const requireSettings = (request: Request, context: AppLoadContext): Promise<AsStaff> =>
  requireStaff(request, context, 'manage_shipping_and_tax');

/** Saves what a form changed and goes on, or answers the form again with what stands in the way. */
export async function saveAndGo<K extends SettingsKind>(
  request: Request,
  context: AppLoadContext,
  p: {
    staff: AsStaff;
    form: { values: FormValues };
    kind: K;
    base: number;
    part: (document: SettingsDocuments[K]) => unknown;
    change: (document: SettingsDocuments[K]) => SettingsDocuments[K];
    to: string;
    said?: 'saved' | 'removed';
  },
) {
  const { kind, base, part, change } = p;
  const outcome = await changeSettings(context.deps, { actor: p.staff.actor, kind, base, part, change });
  if (!outcome.ok) return refusalInForm(request, outcome, p.form);
  return redirectWithFlash(request, context, p.to, { tone: 'good', area: 'settings', key: p.said ?? 'saved' });
}
