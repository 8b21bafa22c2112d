import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatMoney } from '#app/domain/money/format-money.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';
import { AgeingBar, type BandData } from '../company/ageing-bar';
import { type InvoiceRow, InvoiceTable } from '../company/invoice-table';
import { PageHead } from '../company/page-head';
import { useFormats, useLocalePath, useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { DescriptionList } from '../ui/description-list';
import { EmptyState } from '../ui/empty-state';
import { Checkbox, TextField } from '../ui/field';
import { MoneyText } from '../ui/money-text';
import { Notice } from '../ui/notice';

export type AccountData = {
  company: { name: string; slug: string; currency: string };
  holdReason: string | null;
  waitingLimit: { id: string; limit: Money | null; reason: string; by: string; isOwn: boolean } | null;
  credit: { limit: Money | null; open: Money; reserved: Money; available: Money | null };
  unused: Money;
  mayUse: boolean;
  bands: readonly BandData[];
  total: Money;
  rows: readonly InvoiceRow[];
  transfers: readonly { id: string; reference: string; dayText: string; amount: Money; left: Money }[];
  history: readonly { id: string; dayText: string; text: string; reason: string; amount: Money | null }[];
};

type Props = { data: AccountData; mayChange: boolean; notice?: ReactNode; answer?: FormAnswer | undefined };

/** A company's money as the seller sees it: credit, what is open, what came in, and everything that changed that. */
export function CompanyAccount({ data, mayChange, notice, answer }: Props) {
  const t = useMessages('statement');
  const to = useLocalePath();
  const { company, credit, holdReason, rows, transfers, history, unused } = data;
  const at = (act: string) => to(`/sales/companies/${company.slug}/account/${act}`);
  return (
    <>
      <PageHead title={t('accountTitle', { company: company.name })} lead={t('accountLead')} />
      <div className="grid gap-6">
        {notice}
        {holdReason !== null && (
          <Notice tone="warn" title={t('onHold')}>
            <p>{holdReason}</p>
          </Notice>
        )}
        <Card title={t('credit')}>
          <DescriptionList
            facts={[
              { label: t('limit'), value: credit.limit ? <MoneyText amount={credit.limit} /> : t('noLimit') },
              { label: t('open'), value: <MoneyText amount={credit.open} /> },
              { label: t('reserved'), value: <MoneyText amount={credit.reserved} /> },
              {
                label: t('available'),
                value: credit.available ? <MoneyText amount={credit.available} /> : t('noLimit'),
              },
              { label: t('unused'), value: <MoneyText amount={unused} /> },
            ]}
          />
        </Card>
        <CreditLimit waiting={data.waitingLimit} currency={company.currency} at={at} mayDecide={mayChange} />
        <Card title={t('ageing')}>
          <AgeingBar bands={data.bands} total={data.total} />
        </Card>
        <InvoiceTable rows={rows} empty={<EmptyState title={t('none')} text={t('noneOpenText')} />} />
        {mayChange && (
          <>
            <TransferForm data={data} action={at('transfers')} balance={at('balance')} answer={answer} />
            <Card title={t(holdReason === null ? 'holdTitle' : 'liftTitle')}>
              <Form
                method="post"
                action={at(holdReason === null ? 'hold' : 'hold-removal')}
                className="grid max-w-text gap-4"
              >
                <p className="text-ink-soft">{t('holdText')}</p>
                <TextField label={t('reason')} name="reason" required maxLength={300} />
                <div>
                  <Button tone={holdReason === null ? 'danger' : 'primary'}>
                    {t(holdReason === null ? 'holdAction' : 'liftAction')}
                  </Button>
                </div>
              </Form>
            </Card>
          </>
        )}
        {transfers.length > 0 && (
          <Card title={t('transfers')}>
            <ul className="grid gap-2">
              {transfers.map((transfer) => (
                <li key={transfer.id} className="flex flex-wrap justify-between gap-x-4">
                  <span>
                    {transfer.reference} · {transfer.dayText}
                    {transfer.left.minor > 0n && (
                      <>
                        {' · '}
                        {t('transferLeft')} <MoneyText amount={transfer.left} />
                      </>
                    )}
                  </span>
                  <MoneyText amount={transfer.amount} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {history.length > 0 && (
          <Card title={t('history')}>
            <ol className="grid gap-2">
              {history.map((entry) => (
                <li key={entry.id} className="flex flex-wrap justify-between gap-x-4">
                  <span>
                    {entry.dayText} · {entry.text}
                    {entry.reason && <span className="text-ink-soft"> · {entry.reason}</span>}
                  </span>
                  {entry.amount && <MoneyText amount={entry.amount} />}
                </li>
              ))}
            </ol>
          </Card>
        )}
      </div>
    </>
  );
}

/** A new limit is proposed here, with its reason; what waits is decided by somebody else. */
function CreditLimit({
  waiting,
  currency,
  at,
  mayDecide,
}: {
  waiting: AccountData['waitingLimit'];
  currency: string;
  at: (act: string) => string;
  mayDecide: boolean;
}) {
  const t = useMessages('statement');
  if (!waiting)
    return (
      <Card title={t('limitPropose')}>
        <Form method="post" action={at('limits')} className="grid max-w-text gap-4">
          <p className="text-ink-soft">{t('limitProposeText')}</p>
          <TextField name="limit" label={t('limitField', { currency })} hint={t('limitHint')} inputMode="decimal" />
          <TextField name="reason" label={t('limitReason')} required maxLength={300} />
          <div>
            <Button>{t('limitSubmit')}</Button>
          </div>
        </Form>
      </Card>
    );
  const id = <input type="hidden" name="id" value={waiting.id} />;
  return (
    <Card title={t('limitWaiting')}>
      <p className="text-lg font-semibold">{waiting.limit ? <MoneyText amount={waiting.limit} /> : t('noLimit')}</p>
      <p className="mb-4 text-ink-soft">{t('limitBy', { name: waiting.by, reason: waiting.reason })}</p>
      <div className="flex flex-wrap items-end gap-4">
        {mayDecide && !waiting.isOwn && (
          <>
            <Form method="post" action={at('limit-approvals')}>
              {id}
              <Button tone="primary">{t('limitApprove')}</Button>
            </Form>
            <Form method="post" action={at('limit-rejections')} className="flex flex-wrap items-end gap-3">
              {id}
              <TextField name="reason" label={t('reason')} required maxLength={300} />
              <Button tone="danger">{t('limitReject')}</Button>
            </Form>
          </>
        )}
        {waiting.isOwn && (
          <Form method="post" action={at('limit-withdrawals')}>
            {id}
            <Button>{t('limitWithdraw')}</Button>
          </Form>
        )}
        {!waiting.isOwn && !mayDecide && <p>{t('limitOthers')}</p>}
      </div>
    </Card>
  );
}

function TransferForm({
  data,
  action,
  balance,
  answer,
}: {
  data: AccountData;
  action: string;
  balance: string;
  answer: FormAnswer | undefined;
}) {
  const t = useMessages('statement');
  const formats = useFormats();
  return (
    <Card title={t('recordTransfer')}>
      <Form method="post" action={action} className="grid max-w-text gap-4">
        <TextField
          inputMode="decimal"
          label={t('transferAmount', { currency: data.company.currency })}
          required
          {...fieldOf(answer, 'amount')}
        />
        <TextField
          label={t('transferReference')}
          hint={t('transferReferenceHint')}
          required
          maxLength={100}
          {...fieldOf(answer, 'reference')}
        />
        {data.rows.length > 0 && (
          <fieldset>
            <legend className="font-medium">{t('transferFor')}</legend>
            <p className="text-ink-soft">{t('transferForText')}</p>
            {[...data.rows].reverse().map(({ id, number, open }) => (
              <Checkbox
                key={id}
                id={`invoice-${id}`}
                name="invoices"
                value={id}
                label={`${number} · ${formatMoney(open, formats)}`}
              />
            ))}
          </fieldset>
        )}
        <div className="flex flex-wrap gap-3">
          <Button tone="primary">{t('transferAction')}</Button>
          {data.mayUse && data.rows.length > 0 && (
            <Button formAction={balance} formNoValidate>
              {t('useBalance')}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
