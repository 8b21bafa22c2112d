import * as z from 'zod';
import { type Refused, refused } from '#app/domain/outcome.ts';
import type { Viewer } from './viewer.server';

/** Names for whom a page was made: `consumer`, or company and unit. <BuyingAsField> puts it into a form. */
export const buyingAsValue = ({ buyingAs }: Pick<Viewer, 'buyingAs'>): string =>
  buyingAs.kind === 'consumer' ? 'consumer' : `${buyingAs.company.id}/${buyingAs.unit.id}`;

/** The field as part of a form's schema: `z.object({ ...buyingAsField, note: … })`. */
export const buyingAsField = { buying_as: z.string().optional() };

/** A form made for one buyer is not done for another: someone switched in another tab. Null when all is well. */
export const buyingAsRefusal = (
  viewer: Pick<Viewer, 'buyingAs'>,
  form: { buying_as?: string | undefined },
): Refused<'buying_as_changed'> | null =>
  form.buying_as === buyingAsValue(viewer) ? null : refused('buying_as_changed');
