import type { AppLoadContext } from '@remix-run/node';
import * as z from 'zod';
import type { CompanyPermission } from '#app/domain/access/permissions.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Money, parseAmount } from '#app/domain/money/money.ts';
import { buyingAsField, buyingAsRefusal } from './buying-as.server';
import { formReply, parseForm } from './form';
import { refusalInForm } from './refusal-reply.server';
import { type AsMember, requireMember } from './require-actor.server';

type Answer = ReturnType<typeof formReply> | ReturnType<typeof refusalInForm>;
type Read<T> =
  | { ok: true; as: AsMember; value: T; values: Parameters<typeof refusalInForm>[2]['values'] }
  | { ok: false; answer: Answer };

/** A form of the company's own pages: someone who may, a schema that fits, and still the same company as when the page
 *  was made. One with files says how much it may weigh. */
export async function readCompanyForm<Shape extends z.ZodRawShape>(
  request: Request,
  context: AppLoadContext,
  permission: CompanyPermission,
  shape: Shape,
  most?: number,
): Promise<Read<z.output<z.ZodObject<Shape>>>> {
  const as = await requireMember(request, context, permission);
  const form = await parseForm(request, z.object({ ...shape, ...buyingAsField }), most);
  if (!form.ok) return { ok: false, answer: formReply(form) };
  const value = form.value as z.output<z.ZodObject<Shape>> & { buying_as?: string };
  const refusal = buyingAsRefusal(as.viewer, value);
  if (refusal) return { ok: false, answer: refusalInForm(request, refusal, form) };
  return { ok: true, as, value, values: form.values };
}

/** "1,234.50" and "1234.5" as people type them in a language that groups by commas are one amount; null when it is none. */
export const typedAmount = (text: string, currency: CurrencyCode): Money | null => {
  const amount = parseAmount(text.replace(/[\s,](?=\d{3}(\D|$))/g, ''), currency);
  return amount && amount.minor >= 0n ? amount : null;
};
