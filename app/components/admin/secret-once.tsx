import { Card } from '#app/components/ui/card.tsx';

type Secret = { readonly name: string; readonly value: string };
const secretIn = (answer: unknown): Secret | null =>
  typeof answer === 'object' && answer !== null && 'secret' in answer ? (answer.secret as Secret) : null;

/** A secret in the answer that made it, and nowhere after. */
export function SecretOnce({ answer, title, text }: { answer: unknown; title: string; text: string }) {
  const secret = secretIn(answer);
  if (!secret) return null;
  return (
    <div role="status" className="mb-6">
      <Card title={`${title}: ${secret.name}`}>
        <p className="mb-3 max-w-text">{text}</p>
        <code className="block rounded border border-line bg-sunken p-3 break-all select-all">{secret.value}</code>
      </Card>
    </div>
  );
}
