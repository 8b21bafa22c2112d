import { useMessages } from '../i18n/words';

/** `width` (per cent of the dearest) is for the drawing alone. */
export type LadderStep = { from: string; unitPrice: string; width: number; isCurrent?: boolean };

/** What a unit costs from which quantity on, and where this line stands. `hint` says where less money buys more. */
export function BreakLadder({
  caption,
  steps,
  hint,
}: {
  caption: string;
  steps: readonly LadderStep[];
  hint?: string;
}) {
  const t = useMessages('shell');
  return (
    <div className="grid gap-2">
      <table className="tabular w-full text-sm">
        <caption className="mb-1.5 text-start text-base font-medium">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('quantity')}</th>
            <td />
            <th scope="col">{t('unitPrice')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ from, unitPrice, width, isCurrent }) => (
            <tr
              key={from}
              aria-current={isCurrent ? 'true' : undefined}
              className="border-t border-line aria-[current]:bg-accent-soft aria-[current]:font-semibold"
            >
              <th
                scope="row"
                className={`w-px px-2 py-1.5 text-start whitespace-nowrap ${isCurrent ? 'font-semibold' : 'font-normal'}`}
              >
                {t('quantityFrom', { quantity: from })}
              </th>
              <td className="px-2 py-1.5">
                <span aria-hidden="true" className="block h-2">
                  <span className="block h-2 rounded-full bg-accent opacity-70" style={{ width: `${width}%` }} />
                </span>
              </td>
              <td className="w-px px-2 py-1.5 text-end whitespace-nowrap">
                {isCurrent && <span className="me-2 font-normal text-ink-soft">{t('youPayHere')}</span>}
                <bdi>{unitPrice}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hint && <p className="text-sm text-good">{hint}</p>}
    </div>
  );
}
