import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Money } from '#app/domain/money/money.ts';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { StateBadge } from '../ui/badge';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { MoneyText } from '../ui/money-text';
import type { BandData } from './ageing-bar';

export type InvoiceRow = {
  readonly id: string;
  readonly number: string;
  readonly orderNumber: string;
  readonly reference: string;
  readonly unitName: string;
  readonly issuedText: string;
  readonly dueText: string;
  readonly payable: Money;
  readonly paid: Money;
  readonly credited: Money;
  readonly open: Money;
  readonly band: BandData['band'] | null;
};

type Props = {
  rows: readonly InvoiceRow[];
  empty: ReactNode;
  /** Where one that is open is paid; absent for who may not. */
  payAction?: string;
};

/** Invoices as a statement lists them: each opens as the paper it is. */
export function InvoiceTable({ rows, empty, payAction }: Props) {
  const t = useMessages('statement');
  const to = useLocalePath();
  return (
    <DataTable
      caption={t('invoices')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'number',
          label: t('number'),
          cell: ({ number, orderNumber }) => (
            <a href={to(`/orders/${orderNumber}/invoice`)} className="whitespace-nowrap">
              {number}
            </a>
          ),
        },
        {
          key: 'order',
          label: t('order'),
          cell: ({ orderNumber, reference }) => (
            <Link to={to(`/orders/${orderNumber}`)}>{reference || orderNumber}</Link>
          ),
        },
        { key: 'unit', label: t('unit'), cell: ({ unitName }) => unitName },
        { key: 'issued', label: t('issued'), cell: ({ issuedText }) => issuedText },
        { key: 'due', label: t('due'), cell: ({ dueText }) => dueText || t('dueOnFulfilment') },
        {
          key: 'state',
          label: t('state'),
          cell: ({ band }) => (
            <StateBadge
              state={band === null ? 'paid' : band === 'not_due' ? 'requested' : 'overdue'}
              label={t(band === null ? 'settled' : `band_${band}`)}
            />
          ),
        },
        { key: 'payable', label: t('payable'), isNumber: true, cell: ({ payable }) => <MoneyText amount={payable} /> },
        { key: 'paid', label: t('paid'), isNumber: true, cell: ({ paid }) => <MoneyText amount={paid} /> },
        {
          key: 'credited',
          label: t('credited'),
          isNumber: true,
          cell: ({ credited }) => <MoneyText amount={credited} />,
        },
        { key: 'open', label: t('open'), isNumber: true, cell: ({ open }) => <MoneyText amount={open} /> },
        ...(payAction
          ? [
              {
                key: 'pay',
                label: t('payShort'),
                cell: ({ id, number, band }: InvoiceRow) =>
                  band !== null && (
                    <Form method="post" action={payAction}>
                      <BuyingAsField />
                      <input type="hidden" name="invoice" value={id} />
                      <Button size="small" aria-label={t('payOf', { number })}>
                        {t('payShort')}
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
