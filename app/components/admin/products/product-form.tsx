import { Form, Link } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { Disclosure } from '#app/components/ui/disclosure.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/components/ui/field.tsx';
import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';
import { ModuleFields, type ModuleView, PlanFields, type PlanView } from './part-fields';
import { VariantFields, type VariantView } from './variant-fields';

type Props = {
  product: {
    handle: string;
    base: number;
    title: Record<string, string>;
    description: Record<string, string>;
    category: string;
    status: string;
    vendor: string;
    tags: string;
    options: string[];
    variants: VariantView[];
    plans: PlanView[];
    modules: ModuleView[];
  } | null;
  publish: string;
  timeZone: string;
  prices: { currency: string; isGross: boolean }[];
  categories: string[];
  theirs: { field: string; stored: string; typed: string }[];
  answer: FormAnswer | undefined;
};

const blankVariants = 2;

export function ProductForm({ product, publish, timeZone, prices, categories, theirs, answer }: Props) {
  const t = useMessages('products');
  const to = useLocalePath();
  const typedOptions = answer && [0, 1, 2].map((at) => String(answer.values[`options.o${at}`] ?? ''));
  const optionNames = (typedOptions ?? product?.options ?? []).filter(Boolean);
  const rows = <T,>(there: readonly T[] | undefined, blank: number): (T | null)[] => [
    ...(there ?? []),
    ...Array.from({ length: blank }, () => null),
  ];
  const currencies = prices.map(({ currency }) => currency);
  const hasParts = (product?.plans.length ?? 0) + (product?.modules.length ?? 0) > 0;
  return (
    <>
      <PageHead
        title={product ? product.title.en || product.handle : t('new')}
        actions={
          product && (
            <>
              <ButtonLink to={to(`/products/${product.handle}`)}>{t('look')}</ButtonLink>
              <ButtonLink to={to(`/admin/products/${product.handle}/pictures`)}>{t('pictures')}</ButtonLink>
              <ButtonLink to={to(`/admin/products/${product.handle}/preview`)}>{t('preview')}</ButtonLink>
              <ButtonLink to={to(`/admin/products/${product.handle}/changes`)}>{t('changes')}</ButtonLink>
            </>
          )
        }
      />
      <ErrorSummary
        answer={answer}
        labels={{ handle: t('handle'), 'title.en': t('titleEn'), category: t('category') }}
      />
      {theirs.length > 0 && (
        <section className="mb-6 rounded border border-warn p-4" aria-label={t('theirsTitle')}>
          <p className="mb-3">{t('theirsText')}</p>
          <DataTable
            caption={t('theirsTitle')}
            rows={theirs}
            rowKey={({ field }) => field}
            columns={[
              { key: 'field', label: t('field'), cell: ({ field }) => field },
              { key: 'stored', label: t('stored'), cell: ({ stored }) => stored || '–' },
              { key: 'yours', label: t('yours'), cell: ({ typed }) => <strong>{typed || '–'}</strong> },
            ]}
          />
        </section>
      )}
      <Form method="post" className="grid max-w-5xl gap-6" noValidate>
        <input type="hidden" name="base" value={answer ? String(answer.values.base ?? 0) : (product?.base ?? 0)} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t('titleEn')} required {...fieldOf(answer, 'title.en', product?.title.en)} />
          <TextField label={t('titleDe')} {...fieldOf(answer, 'title.de', product?.title.de)} />
          <TextField
            label={t('handle')}
            hint={t('handleHint')}
            required
            {...fieldOf(answer, 'handle', product?.handle)}
          />
          <TextField
            label={t('category')}
            hint={t('categoryHint')}
            list="known-categories"
            {...fieldOf(answer, 'category', product?.category)}
          />
          <datalist id="known-categories">
            {categories.map((path) => (
              <option key={path} value={path} />
            ))}
          </datalist>
          <SelectField
            label={t('status')}
            options={(['draft', 'active', 'archived'] as const).map((value) => ({
              value,
              label: t(`status_${value}`),
            }))}
            {...fieldOf(answer, 'status', product?.status ?? 'draft')}
          />
          <TextField
            type="datetime-local"
            className="min-w-0"
            label={t('publish')}
            hint={t('publishHint', { zone: timeZone })}
            {...fieldOf(answer, 'publish', publish)}
          />
          <TextArea
            label={t('descriptionEn')}
            hint={t('descriptionHint')}
            rows={6}
            {...fieldOf(answer, 'description.en', product?.description.en)}
          />
          <TextArea
            label={t('descriptionDe')}
            rows={6}
            {...fieldOf(answer, 'description.de', product?.description.de)}
          />
          <TextField label={t('vendor')} {...fieldOf(answer, 'vendor', product?.vendor)} />
          <TextField label={t('tags')} hint={t('tagsHint')} {...fieldOf(answer, 'tags', product?.tags)} />
          {[0, 1, 2].map((at) => (
            <TextField
              key={at}
              label={t('optionName', { number: at + 1 })}
              hint={at === 0 ? t('optionHint') : undefined}
              {...fieldOf(answer, `options.o${at}`, product?.options[at])}
            />
          ))}
        </div>
        <section className="grid gap-4" aria-labelledby="variants">
          <h2 id="variants" className="text-lg font-semibold">
            {t('variants')}
          </h2>
          <p className="text-sm text-ink-faint">{t('variantsHint')}</p>
          {rows(product?.variants, blankVariants).map((variant, at) => (
            <VariantFields key={at} {...{ at, variant, optionNames, prices, answer }} />
          ))}
        </section>
        <Disclosure title={t('plans')} isOpen={hasParts}>
          <div className="grid gap-4">
            <p className="text-sm">{t('plansHint')}</p>
            {rows(product?.plans, 1).map((plan, at) => (
              <PlanFields key={at} {...{ at, plan, currencies, answer }} />
            ))}
          </div>
        </Disclosure>
        <Disclosure title={t('modules')} isOpen={hasParts}>
          <div className="grid gap-4">
            <p className="text-sm">{t('modulesHint')}</p>
            {rows(product?.modules, 1).map((module, at) => (
              <ModuleFields key={at} {...{ at, module, currencies, answer }} />
            ))}
          </div>
        </Disclosure>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton tone="primary">{t('save')}</SubmitButton>
          <Link to={to('/admin/products')}>{t('title')}</Link>
        </div>
      </Form>
    </>
  );
}
