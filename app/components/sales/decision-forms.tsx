import { Form } from '@remix-run/react';
import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';
import { useLocalePath, useMessages } from '../i18n/words';
import { SubmitButton } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextArea } from '../ui/field';

type Decision = { path: string; version: number };

export function ApprovalForm({ path, version }: Decision) {
  const t = useMessages('pricing');
  const action = useLocalePath()(`${path}/approvals`);
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="version" value={version} />
      <SubmitButton tone="primary" action={action}>
        {t('approve')}
      </SubmitButton>
    </Form>
  );
}

/** Sends a revision back to its makers; they hear the reason. */
export function RejectionForm({ path, version, answer }: Decision & { answer?: FormAnswer }) {
  const t = useMessages('pricing');
  const action = useLocalePath()(`${path}/rejections`);
  return (
    <Form method="post" action={action} className="grid max-w-[34rem] gap-3" noValidate>
      <ErrorSummary answer={answer} labels={{ reason: t('reason') }} />
      <input type="hidden" name="version" value={version} />
      <TextArea label={t('reason')} hint={t('reasonHint')} required {...fieldOf(answer, 'reason')} />
      <div>
        <SubmitButton tone="danger" action={action}>
          {t('reject')}
        </SubmitButton>
      </div>
    </Form>
  );
}
