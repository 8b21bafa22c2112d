import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { CompanyBand, Hero } from '#app/components/shop/hero.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['shop'] };

export default function Home() {
  const t = useMessages('shop');
  const to = useLocalePath();
  return (
    <div className="grid gap-14">
      <Hero
        title={t('homeTitle')}
        text={t('homeText')}
        action={
          <ButtonLink tone="primary" size="large" to={to('/categories/coffee')} prefetch="intent">
            {t('homeAction')}
          </ButtonLink>
        }
      />
      <CompanyBand
        title={t('forCompanies')}
        text={t('forCompaniesText')}
        action={<ButtonLink to={to('/company/apply')}>{t('forCompaniesAction')}</ButtonLink>}
      />
    </div>
  );
}
