import { money } from '#app/domain/money/money.ts';
import { Badge, StateBadge } from '../ui/badge';
import { BudgetBar } from '../ui/budget-bar';
import { Button, ButtonLink } from '../ui/button';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { DescriptionList } from '../ui/description-list';
import { Dialog } from '../ui/dialog';
import { Diff } from '../ui/diff';
import { Disclosure } from '../ui/disclosure';
import { EmptyState } from '../ui/empty-state';
import { ErrorSummary } from '../ui/error-summary';
import { Checkbox, SelectField, TextArea, TextField } from '../ui/field';
import { MoneyText } from '../ui/money-text';
import { Flash, Notice } from '../ui/notice';
import { Pagination } from '../ui/pagination';
import { ProgressBar, Skeleton } from '../ui/progress';
import { RadioGroup } from '../ui/radio-group';
import { SearchBox } from '../ui/search-box';
import { Sparkline } from '../ui/sparkline';
import { Tabs } from '../ui/tabs';
import { Timeline } from '../ui/timeline';

const eur = (cents: number) => money(BigInt(cents), 'EUR');
const rows = [
  { id: '1', number: 'PO-7', state: 'awaiting_approval', word: 'Awaiting approval', total: eur(90000) },
  { id: '2', number: 'PO-6', state: 'placed', word: 'Placed', total: eur(123450) },
  { id: '3', number: 'PO-5', state: 'rejected', word: 'Rejected', total: eur(4200) },
];
const answer = {
  fields: { sample_email: 'Enter an email address such as name@example.com.' },
  messages: [],
  values: {},
};

/** Every primitive, each in the states it has. */
export function PrimitiveSamples() {
  return (
    <>
      <Card title="Buttons">
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary">Pay €24.50</Button>
          <Button>Add to cart</Button>
          <Button tone="danger">Reject</Button>
          <Button tone="primary" isPending>
            Send offer
          </Button>
          <Button disabled>Approve</Button>
          <ButtonLink to="#" size="small">
            Small link
          </ButtonLink>
          <Dialog trigger="Open a dialog" title="What is this?">
            <p>The browser’s own dialog.</p>
          </Dialog>
        </div>
      </Card>
      <Card title="Forms">
        <form className="grid max-w-field gap-5" onSubmit={(event) => event.preventDefault()}>
          <ErrorSummary answer={answer} labels={{ sample_email: 'Email' }} />
          <TextField
            label="Email"
            name="sample_email"
            type="email"
            autoComplete="off"
            defaultValue="ana"
            error={answer.fields.sample_email}
          />
          <TextField label="Full name" name="sample_name" hint="As it stands on the door bell." isOptional />
          <SelectField
            label="Country"
            name="sample_country"
            options={[
              { value: 'DE', label: 'Germany' },
              { value: 'GB', label: 'United Kingdom' },
            ]}
          />
          <TextArea label="Note" name="sample_note" />
          <Checkbox label="Send me a note when it ships" name="sample_notify" hint="One mail, no more." />
          <RadioGroup
            name="sample_shipping"
            label="Delivery"
            defaultValue="standard"
            options={[
              { value: 'standard', label: 'Standard', hint: 'Tue 24 to Wed 25 Nov', detail: '€4.90' },
              { value: 'express', label: 'Express', hint: 'Mon 23 Nov', detail: '€9.90' },
            ]}
          />
        </form>
      </Card>
      <Card title="Notices and states">
        <div className="grid gap-3">
          <Flash tone="good" text="Approval recorded" />
          <Notice tone="warn" title="A price changed since you looked">
            Check the new total before you go on.
          </Notice>
          <Notice tone="bad" title="The payment was declined">
            Nothing was charged.
          </Notice>
          <Notice>Delivered on Tuesdays.</Notice>
          <p className="flex flex-wrap gap-2">
            {rows.map(({ id, state, word }) => (
              <StateBadge key={id} state={state} label={word} />
            ))}
            <StateBadge state="offered" label="Offered" />
            <StateBadge state="draft" label="Draft" />
            <Badge>New</Badge>
          </p>
        </div>
      </Card>
      <Card title="Tables">
        <Tabs
          label="Samples"
          tabs={[
            { to: '/dev/components', label: 'Waiting', count: 3 },
            { to: '/dev', label: 'All' },
          ]}
        />
        <form className="mt-4 grid gap-4">
          <DataTable
            caption="Purchase orders"
            sort="-total"
            rows={rows}
            rowKey={(row) => row.id}
            rowName={(row) => row.number}
            bulkActions={<Button size="small">Approve</Button>}
            columns={[
              { key: 'number', label: 'Number', isSortable: true, cell: (row) => row.number },
              { key: 'state', label: 'State', cell: (row) => <StateBadge state={row.state} label={row.word} /> },
              {
                key: 'total',
                label: 'Total',
                isNumber: true,
                isSortable: true,
                cell: (row) => <MoneyText amount={row.total} />,
              },
            ]}
          />
        </form>
        <Pagination next="abc" isFirst={false} />
        <div className="mt-4">
          <SearchBox label="Search purchase orders" />
        </div>
      </Card>
      <Card title="Numbers drawn">
        <div className="grid gap-6 sm:grid-cols-2">
          <BudgetBar title="BAR, November" budget={eur(500000)} spent={eur(310000)} reserved={eur(90000)} />
          <BudgetBar
            title="ROOMS, November"
            budget={eur(200000)}
            spent={eur(200000)}
            reserved={eur(0)}
            over={eur(15000)}
          />
          <Sparkline
            title="Paid for ESP-1K, last"
            points={['18.00', '17.40', '17.40', '16.50', '16.80'].map((text, index) => ({
              label: `2026-0${index + 5}`,
              text: `€${text}`,
              height: Number(text),
            }))}
          />
          <p className="grid content-start gap-2">
            <Diff before="€15.00" after="€14.40" direction="down" by="4 %" />
            <Diff before="€14.40" after="€15.00" direction="up" by="4.17 %" />
          </p>
          <ProgressBar label="Importing catalog.csv" done={1200} all={5000} text="1,200 of 5,000 rows" />
          <Skeleton />
        </div>
      </Card>
      <Card title="A document">
        <div className="grid gap-6">
          <DescriptionList
            facts={[
              { label: 'Number', value: 'PO-7' },
              { label: 'Cost centre', value: 'BAR' },
            ]}
          />
          <Timeline
            entries={[
              {
                id: '1',
                title: 'Submitted',
                by: 'Ana',
                at: { iso: '2026-11-20T09:12:00Z', text: '20 Nov 2026, 10:12' },
              },
              {
                id: '2',
                title: 'Changes requested',
                by: 'Ben for Cara',
                at: { iso: '2026-11-20T11:40:00Z', text: '20 Nov 2026, 12:40' },
                note: 'Please take the 5 kg bags.',
                tone: 'waiting',
              },
            ]}
          />
          <Disclosure title="Why this price?">The contract Harbour Hotels 2027, from 10 on.</Disclosure>
          <EmptyState
            title="No orders yet"
            text="What you order will be here, to look up and to order again."
            action={<ButtonLink to="#">Shop the beans</ButtonLink>}
          />
        </div>
      </Card>
    </>
  );
}
