import * as z from 'zod';

/** What a review is made of, wherever its form stands. */
export const reviewForm = z.object({
  stars: z.coerce.number().int().min(1).max(5),
  title: z.string().max(120).default(''),
  body: z.string().min(1).max(4000),
  name: z.string().min(1).max(60),
});
