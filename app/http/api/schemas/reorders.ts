import * as z from 'zod';
import { toExact } from '#app/domain/money/exact.ts';
import type { Choices } from '#app/domain/orders/reorder-commit.ts';
import { reorderChoices } from '#app/domain/orders/reorder-line.ts';
import { emailShape, quantityShape } from '../shapes';

const choice = z.strictObject({
  line: z.int().positive(),
  take: z.enum(reorderChoices),
  quantity: quantityShape.optional(),
});

/** Either `preview: true`, or the version of a preview to commit with the choices it asks for. */
export const reorderBodyShape = z
  .strictObject({
    as: emailShape,
    preview: z.literal(true).optional(),
    preview_version: z.uuid().optional(),
    choices: z.array(choice).max(5_000).optional(),
  })
  .refine((body) => (body.preview === true) !== (body.preview_version !== undefined), {
    message: 'is either a preview or the version of one',
    path: ['preview_version'],
  })
  .meta({ id: 'Reorder' });

export const choicesOf = (choices: readonly z.infer<typeof choice>[]): Choices =>
  new Map(
    choices.map(({ line, take, quantity }) => [
      line,
      { take, quantity: quantity === undefined ? null : toExact(quantity) },
    ]),
  );
