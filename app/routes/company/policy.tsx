import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { policyWarnings } from '#app/domain/approvals/policy-warnings.ts';
import { mayChangePolicies, requirePolicy } from '#app/http/policy-page.server.ts';
import { ruleInWords, warningsInWords } from '#app/http/policy-view.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listCategories } from '#db/queries/categories.server.ts';
import { listCostCentres } from '#db/queries/company-record.server.ts';
import { loadDirectory } from '#db/queries/directory.server.ts';

export const handle: RouteHandle = { messages: ['policy'] };

const perPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const policy = await requirePolicy(request, context);
  const { deps } = context;
  const companyId = policy.buyingAs.company.id;
  const after = new URL(request.url).searchParams.get('cursor');
  const begin = after ? policy.rules.findIndex(({ rule }) => rule.id === after) + 1 : 0;
  const shown = policy.rules.slice(begin, begin + perPage);
  const [directory, categories, centres] = await Promise.all([
    loadDirectory(deps.db, { companyId, at: deps.now() }),
    listCategories(deps.db),
    listCostCentres(deps.db, { companyId }),
  ]);
  const warnings = policyWarnings(
    shown.map(({ rule }) => rule),
    directory,
    { categories: categories.map(({ path }) => path), costCentres: centres.map(({ code }) => code) },
    deps.now(),
  );
  const words = { locale: policy.viewer.locale, names: policy.names };
  return {
    mayChange: mayChangePolicies(policy),
    next: begin + perPage < policy.rules.length ? (shown.at(-1)?.rule.id ?? null) : null,
    isFirstPage: begin === 0,
    rules: shown.map(({ rule, mayChange }) => ({
      id: rule.id,
      name: rule.name,
      mayChange,
      ...ruleInWords(rule, words),
      warnings: warningsInWords(
        warnings.filter(({ ruleId }) => ruleId === rule.id),
        words,
      ),
    })),
  };
}

export default function Policy() {
  const t = useMessages('policy');
  const to = useLocalePath();
  const { mayChange, rules, next, isFirstPage } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <span className="flex flex-wrap gap-3">
            <ButtonLink to={to('/company/policy/simulator')}>{t('simulator')}</ButtonLink>
            {mayChange && (
              <ButtonLink tone="primary" to={to('/company/policy/rules/new')}>
                {t('addRule')}
              </ButtonLink>
            )}
          </span>
        }
      />
      {rules.length === 0 ? (
        <EmptyState title={t('noneTitle')} text={t('noneText')} />
      ) : (
        <ol className="grid gap-4">
          {rules.map(({ id, name, sentence, steps, warnings, mayChange: mayChangeThis }) => (
            <li key={id}>
              <Card>
                <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
                  <div className="min-w-0 grow basis-80">
                    <h2 className="font-semibold">{name}</h2>
                    <p className="mt-1">{sentence}</p>
                    <p className="mt-1 text-sm text-ink-faint">{steps.join(' · ')}</p>
                  </div>
                  {mayChangeThis && (
                    <Link to={to(`/company/policy/rules/${id}`)} className="font-medium underline underline-offset-2">
                      {t('change')} <span className="sr-only">{name}</span>
                    </Link>
                  )}
                </div>
                {warnings.length > 0 && (
                  <div className="mt-3">
                    <Notice tone="warn" title={t('warning')}>
                      <ul className="grid gap-1">
                        {warnings.map((text) => (
                          <li key={text}>{text}</li>
                        ))}
                      </ul>
                    </Notice>
                  </div>
                )}
              </Card>
            </li>
          ))}
        </ol>
      )}
      <Pagination next={next} isFirst={isFirstPage} />
      <p className="mt-6 max-w-text text-sm text-ink-soft">
        {t('spendingLimits')} {t('frozenText')}
      </p>
    </>
  );
}
