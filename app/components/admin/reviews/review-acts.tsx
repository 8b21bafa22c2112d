import { Form } from '@remix-run/react';
import { useLocalePath, useMessages } from '../../i18n/words';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/field';
import type { ReviewModerated } from './moderated-review';

/** Approve, decline with a reason, answer: each where it is lawful. */
export function ReviewActs({ review, filter }: { review: ReviewModerated; filter: string }) {
  const t = useMessages('reviews');
  const to = useLocalePath();
  const { id, status, by, answer } = review;
  const at = (act: string) => to(`/admin/reviews/${id}/${act}`);
  const seen = (
    <>
      <input type="hidden" name="seen" value={status} />
      <input type="hidden" name="filter" value={filter} />
    </>
  );
  return (
    <div className="flex flex-wrap items-start gap-3 border-t border-line pt-4">
      {status !== 'published' && (
        <Form method="post" action={at('approval')}>
          {seen}
          <Button size="small" aria-label={t('approveOf', { name: by })} data-act="approve">
            {t(status === 'declined' ? 'showAfterAll' : 'approve')}
          </Button>
        </Form>
      )}
      {status !== 'declined' && (
        <details className="group/decline min-w-0 open:basis-full open:rounded open:border open:border-line open:p-3">
          <summary
            data-act="decline"
            aria-label={t('declineOf', { name: by })}
            className="inline-flex min-h-9 cursor-pointer items-center rounded border border-bad px-3 py-1 text-sm font-semibold text-bad hover:bg-bad-soft group-open/decline:border-transparent group-open/decline:px-0"
          >
            {t(status === 'published' ? 'takeDown' : 'decline')}
          </summary>
          <Form method="post" action={at('decline')} className="mt-2 grid max-w-text gap-3">
            {seen}
            <TextField
              id={`reason-${id}`}
              name="reason"
              label={t('reason')}
              hint={t('reasonHint')}
              required
              maxLength={500}
            />
            <div>
              <Button tone="danger" size="small">
                {t(status === 'published' ? 'takeDown' : 'decline')}
              </Button>
            </div>
          </Form>
        </details>
      )}
      <ButtonLink size="small" to={at(`answer${filter}`)}>
        {t(answer ? 'answerChange' : 'answer')}
      </ButtonLink>
    </div>
  );
}
