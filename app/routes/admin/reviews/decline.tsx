import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { ModeratedReview } from '#app/components/admin/reviews/moderated-review.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { reviewStatuses } from '#app/domain/catalog/reviews.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { reviewForStaff, reviewsPath } from '#app/http/reviews-to-moderate.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { moderateReview } from '#app/use-cases/reviews/moderate-review.server.ts';

export const handle: RouteHandle = { messages: ['reviews', 'product'] };

const declineForm = z.object({
  seen: z.enum(reviewStatuses),
  filter: z.string().max(300).default(''),
  reason: z.string().trim().min(1, 'required').max(500),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view } = await reviewForStaff(request, context, params.review);
  return { review: view };
}

/** POST: it is not shown, and its writer is told why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, review } = await reviewForStaff(request, context, params.review);
  const form = await parseForm(request, declineForm);
  if (!form.ok) return formReply(form);
  const { seen, filter, reason } = form.value;
  const page = reviewsPath(filter);
  const done = await moderateReview(context.deps, { actor, id: review.id, event: 'decline', seen, reason });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'reviews', key: 'declined' })
    : refusalRedirect(request, context, page, done);
}

export default function DeclineReview() {
  const t = useMessages('reviews');
  const to = useLocalePath();
  const { review } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={t('declineTitle')} lead={<Link to={to('/admin/reviews')}>{t('back')}</Link>} />
      <ModeratedReview review={review}>
        {review.status !== 'declined' && (
          <Form method="post" className="grid max-w-text gap-4 border-t border-line pt-4">
            <ErrorSummary answer={form} labels={{ reason: t('reason') }} />
            <input type="hidden" name="seen" value={review.status} />
            <input type="hidden" name="filter" value={fieldOf(form, 'filter').defaultValue} />
            <TextField label={t('reason')} hint={t('reasonHint')} maxLength={500} {...fieldOf(form, 'reason')} />
            <div>
              <SubmitButton tone="danger">{t('decline')}</SubmitButton>
            </div>
          </Form>
        )}
      </ModeratedReview>
    </>
  );
}
