import { Notice } from './notice';

/** What the shop answered to the act of this page, when it said no; read out as it appears. */
export function RefusalNotice({ refusal }: { refusal: { text: string } | undefined }) {
  if (!refusal) return null;
  return (
    <div role="alert">
      <Notice tone="bad" title={refusal.text} />
    </div>
  );
}
