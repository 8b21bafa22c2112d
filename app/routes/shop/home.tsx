import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['shop'] };

export default function Home() {
  const t = useMessages('shop');
  const to = useLocalePath();
  return (
    <section className="grid gap-5 py-8 md:py-16">
      <h1 className="max-w-[16ch] font-display text-4xl font-medium">{t('homeTitle')}</h1>
      <p className="max-w-text text-lg text-ink-soft">{t('homeText')}</p>
      <p>
        <ButtonLink tone="primary" size="large" to={to('/categories/coffee')}>
          {t('homeAction')}
        </ButtonLink>
      </p>
    </section>
  );
}
