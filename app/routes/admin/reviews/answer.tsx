import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { ModeratedReview } from '#app/components/admin/reviews/moderated-review.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextArea } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { reviewForStaff, reviewsPath } from '#app/http/reviews-to-moderate.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { answerReview } from '#app/use-cases/reviews/answer-review.server.ts';

export const handle: RouteHandle = { messages: ['reviews', 'product'] };

const answerForm = z.object({ answer: z.string().max(2000).default('') });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view } = await reviewForStaff(request, context, params.review);
  return { review: view, back: reviewsPath(new URL(request.url).search) };
}

/** POST: what the store says under it, in public. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, review } = await reviewForStaff(request, context, params.review);
  const form = await parseForm(request, answerForm);
  if (!form.ok) return formReply(form);
  const done = await answerReview(context.deps, { actor, id: review.id, answer: form.value.answer });
  if (!done.ok) return refusalInForm(request, done, form);
  const page = reviewsPath(new URL(request.url).search);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'reviews', key: 'answerSaved' });
}

export default function AnswerReview() {
  const t = useMessages('reviews');
  const to = useLocalePath();
  const { review, back } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={t('answerTitle')} lead={<Link to={to(back)}>{t('back')}</Link>} />
      <ModeratedReview review={{ ...review, answer: '' }}>
        <Form method="post" className="grid max-w-text gap-4 border-t border-line pt-4">
          <ErrorSummary answer={form} labels={{ answer: t('answerField') }} />
          <TextArea
            label={t('answerField')}
            hint={t('answerLead')}
            rows={5}
            maxLength={2000}
            {...fieldOf(form, 'answer', review.answer)}
          />
          <div>
            <SubmitButton tone="primary">{t('answerSave')}</SubmitButton>
          </div>
        </Form>
      </ModeratedReview>
    </>
  );
}
