import * as z from 'zod';
import type { WrittenLocale } from '#app/domain/i18n/locales.ts';

const wordsBy = (most: number) => z.object({ en: z.string().max(most), de: z.string().max(most) }).partial();
const filled = (typed: Partial<Record<WrittenLocale, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).flatMap(([code, text]) => (text?.trim() ? [[code, text.trim()]] : [])));

export const treeVersion = z.coerce.number().int().min(0);

export const categoryForm = z.object({
  base: treeVersion,
  name: wordsBy(80)
    .extend({ en: z.string().trim().min(1).max(80) })
    .transform(filled),
  description: wordsBy(500).default({}).transform(filled),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_code')
    .max(60),
  parent: z
    .uuid()
    .optional()
    .transform((id) => id ?? null),
});
