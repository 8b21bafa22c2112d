import { type ReactNode, useId, useRef } from 'react';
import { useMessages } from '../i18n/words';
import { Button } from './button';
import type { ButtonTone } from './button-classes';
import { Cross } from './icons/signs';

type Props = { trigger: string; title: string; tone?: ButtonTone; children: ReactNode };

/** The browser's own dialog behind a button: it traps the focus, closes with Escape, gives the focus back. Nothing a
 *  page needs without scripts goes in here. */
export function Dialog({ trigger, title, tone = 'quiet', children }: Props) {
  const t = useMessages('shell');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button type="button" tone={tone} onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="w-[min(34rem,calc(100vw-2rem))] rounded border border-line bg-raised p-0 text-ink shadow-float backdrop:bg-veil"
      >
        <div className="flex items-center gap-3 border-b border-line px-5 py-3">
          <h2 id={titleId} className="me-auto text-lg font-semibold">
            {title}
          </h2>
          <form method="dialog">
            <button aria-label={t('close')} className="grid size-10 place-items-center rounded hover:bg-sunken">
              <Cross />
            </button>
          </form>
        </div>
        <div className="p-5">{children}</div>
      </dialog>
    </>
  );
}
