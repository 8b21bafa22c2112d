import { Link } from '@remix-run/react';
import { useMessages } from '../i18n/words';

/** Every line that stands in the way, by name, and the way to change it. */
export function ShortLines({ lines, cartPath }: { lines: readonly { sku: string; text: string }[]; cartPath: string }) {
  const t = useMessages('checkout');
  return (
    <div className="grid gap-1 rounded border border-line bg-raised px-4 py-3">
      <ul className="list-disc ps-5">
        {lines.map(({ sku, text }) => (
          <li key={sku}>{text}</li>
        ))}
      </ul>
      <Link to={cartPath} className="underline underline-offset-2">
        {t('changeCart')}
      </Link>
    </div>
  );
}
