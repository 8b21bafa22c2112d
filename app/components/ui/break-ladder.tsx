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
              <th scope="row" className="w-px px-2 py-1.5 text-start font-[inherit] whitespace-nowrap">
                {t('quantityFrom', { quantity: from })}
              </th>
              <td className="px-2 py-1.5">
                <span className="flex items-center justify-end gap-3">
                  <span aria-hidden="true" className="h-2 grow">
                    <span className="block h-2 rounded-full bg-accent opacity-70" style={{ width: `${width}%` }} />
                  </span>
                  {isCurrent && <span className="font-normal text-ink-soft">{t('youPayHere')}</span>}
                  <bdi>{unitPrice}</bdi>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hint && <p className="text-sm text-good">{hint}</p>}
    </div>
  );
}
