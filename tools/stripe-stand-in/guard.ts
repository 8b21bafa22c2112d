/** Why the stand-in must not run here, or null. It takes any card for money: beside a live key or in production it
 *  would sell for nothing. */
export function reasonNotToRun(env: Readonly<Record<string, string | undefined>>): string | null {
  const live = Object.entries(env).find(([, value]) => /^(sk|rk)_live_/.test(value ?? ''));
  if (live) return `${live[0]} holds a live key: the Stripe stand-in does not run beside it`;
  const isDemo = env.STRIPE_STAND_IN_DEMO === '1';
  if (env.NODE_ENV === 'production' && !isDemo)
    return 'NODE_ENV is production: the Stripe stand-in runs there only for a demo (STRIPE_STAND_IN_DEMO=1)';
  return null;
}
