import { useMessages } from '../i18n/words';

/** `height` is for the drawing alone; what people read is `text`. */
export type SparkPoint = { label: string; text: string; height: number };

const wide = 160;
const tall = 40;

/** How a number went, drawn small, with the numbers one tap behind. */
export function Sparkline({ title, points }: { title: string; points: readonly SparkPoint[] }) {
  const t = useMessages('shell');
  const heights = points.map((point) => point.height);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const at = (height: number, index: number) => {
    const x = points.length > 1 ? (index / (points.length - 1)) * (wide - 8) + 4 : wide / 2;
    const y = high === low ? tall / 2 : tall - 4 - ((height - low) / (high - low)) * (tall - 8);
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const;
  };
  const last = points.length - 1;
  const end = points[last];
  if (!end) return null;
  const [endX, endY] = at(end.height, last);
  return (
    <figure className="grid gap-1">
      <figcaption className="text-sm text-ink-soft">
        {title} <strong className="tabular text-ink">{end.text}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${wide} ${tall}`} className="h-10 w-40 rtl:-scale-x-100" aria-hidden="true" focusable="false">
        <polyline
          points={heights.map((height, index) => at(height, index).join(',')).join(' ')}
          fill="none"
          stroke="var(--color-accent)"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        <circle cx={endX} cy={endY} r="3.5" fill="var(--color-accent)" />
      </svg>
      <details className="text-sm">
        <summary className="text-ink-soft underline underline-offset-2">{t('showNumbers')}</summary>
        <table className="tabular mt-1">
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row" className="pe-4 text-start font-normal text-ink-soft">
                  {point.label}
                </th>
                <td className="text-end">{point.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
