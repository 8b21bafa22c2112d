import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { reviewStatuses } from '#app/domain/catalog/reviews.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam, requireStaff } from '#app/http/require-actor.server.ts';
import { reviewsPath } from '#app/http/reviews-to-moderate.server.ts';
import { moderateReview } from '#app/use-cases/reviews/moderate-review.server.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireStaff(request, context, 'moderate_reviews');
  return redirect(pathFor(request, '/admin/reviews'));
};

const approvalForm = z.object({ seen: z.enum(reviewStatuses), filter: z.string().max(300).default('') });

/** POST: everybody may read it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'moderate_reviews');
  const id = idParam(params.review);
  const form = await parseForm(request, approvalForm);
  if (!form.ok) return refusalRedirect(request, context, '/admin/reviews', { ok: false, code: 'invalid_form' });
  const { seen, filter } = form.value;
  const page = reviewsPath(filter);
  const done = await moderateReview(context.deps, { actor, id, event: 'approve', seen, reason: '' });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'reviews', key: 'approved' })
    : refusalRedirect(request, context, page, done);
}
