import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { CategoryFields, useCategoryLabels } from '#app/components/admin/category-fields.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { inTreeOrder } from '#app/domain/catalog/category-tree.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { categoryForm, treeVersion } from '#app/http/category-form.server.ts';
import { writtenLanguages } from '#app/http/settings-texts.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm, refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { editCategories } from '#app/use-cases/catalog/edit-categories.server.ts';
import { countProductsByCategory, listKeptCategories, readTreeVersion } from '#db/queries/category-edits.server.ts';

export const handle: RouteHandle = { messages: ['categories'] };

const here = '/admin/categories';
const placing = z.object({ base: treeVersion, place: z.uuid(), by: z.enum(['up', 'down']) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(request, context, 'manage_catalog');
  const { db } = context.deps;
  // The version first: a tree newer than its version is refused, never overwritten.
  const base = await readTreeVersion(db);
  const [kept, counts] = await Promise.all([listKeptCategories(db), countProductsByCategory(db)]);
  const ordered = inTreeOrder(kept);
  return {
    base,
    languages: writtenLanguages,
    rows: ordered.map(({ id, path, parentId, name }) => {
      const siblings = ordered.filter((one) => one.parentId === parentId);
      return {
        id,
        path,
        name: wordsIn(name, viewer.locale) || path,
        depth: path.split('/').length - 1,
        count: counts.get(id) ?? 0,
        isFirst: siblings[0]?.id === id,
        isLast: siblings.at(-1)?.id === id,
      };
    }),
  };
}

/** POST: a category is made, or goes one up or down. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_catalog');
  const isPlacing = (await request.clone().formData()).has('place');
  if (isPlacing) {
    const form = await parseForm(request, placing);
    if (!form.ok) return formReply(form);
    const { base, place, by } = form.value;
    const act = { kind: 'place', id: place, by: by === 'up' ? -1 : 1 } as const;
    const placed = await editCategories(context.deps, { actor, base, act });
    if (!placed.ok) return refusalRedirect(request, context, here, placed);
    return redirectWithFlash(request, context, here, { tone: 'good', area: 'categories', key: 'placed' });
  }
  const form = await parseForm(request, categoryForm);
  if (!form.ok) return formReply(form);
  const { base, slug, parent, name } = form.value;
  const act = { kind: 'make', slug, parentId: parent, name } as const;
  const made = await editCategories(context.deps, { actor, base, act });
  if (!made.ok) return refusalInForm(request, made, form);
  return redirectWithFlash(request, context, here, { tone: 'good', area: 'categories', key: 'made' });
}

export default function CategoryTree() {
  const t = useMessages('categories');
  const to = useLocalePath();
  const { base, rows, languages } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const place = (id: string, by: 'up' | 'down', label: string) => (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="place" value={id} />
      <input type="hidden" name="by" value={by} />
      <Button size="small" aria-label={label}>
        {t(by)}
      </Button>
    </Form>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink to={to(`${here}/changes`)}>{t('history')}</ButtonLink>}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
        <DataTable
          caption={t('title')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')} text={t('noneText')} />}
          columns={[
            {
              key: 'category',
              label: t('category'),
              cell: ({ id, name, depth }) => (
                <Link
                  className="underline"
                  style={{ marginInlineStart: `${Math.min(depth, 6) * 1.25}rem` }}
                  to={to(`${here}/${id}`)}
                >
                  {name}
                </Link>
              ),
            },
            { key: 'address', label: t('address'), cell: ({ path }) => <span className="break-all">{path}</span> },
            { key: 'products', label: t('products'), isNumber: true, cell: ({ count }) => count },
            {
              key: 'order',
              label: t('order'),
              cell: ({ id, name, isFirst, isLast }) => (
                <span className="flex gap-2">
                  {!isFirst && place(id, 'up', t('upOf', { name }))}
                  {!isLast && place(id, 'down', t('downOf', { name }))}
                </span>
              ),
            },
          ]}
        />
        <Card title={t('new')}>
          <ErrorSummary answer={form} labels={useCategoryLabels(languages)} />
          <Form method="post" className="grid gap-4" noValidate>
            <input type="hidden" name="base" value={base} />
            <CategoryFields
              form={form}
              languages={languages}
              parents={rows.map(({ id, path }) => ({ value: id, label: path }))}
            />
            <SubmitButton tone="primary">{t('make')}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
