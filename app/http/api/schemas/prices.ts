import * as z from 'zod';
import { currencyShape, instantShape, lineShape, slugShape } from '../shapes';

/** POST /prices */
export const pricesBody = z
  .strictObject({
    company: slugShape.optional(),
    unit: slugShape.optional(),
    at: instantShape.optional(),
    currency: currencyShape,
    lines: z.array(lineShape).min(1).max(1000),
  })
  .meta({ id: 'PriceQuestion' });
