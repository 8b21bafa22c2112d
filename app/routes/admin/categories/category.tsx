import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { CategoryFields, useCategoryLabels } from '#app/components/admin/category-fields.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { inTreeOrder, isAtOrBelow, slugOf } from '#app/domain/catalog/category-tree.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { categoryForm, treeVersion } from '#app/http/category-form.server.ts';
import { writtenLanguages } from '#app/http/settings-texts.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm, refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { editCategories } from '#app/use-cases/catalog/edit-categories.server.ts';
import { isCategoryNeeded, listKeptCategories, readTreeVersion } from '#db/queries/category-edits.server.ts';

export const handle: RouteHandle = { messages: ['categories'] };

const all = '/admin/categories';
const removal = z.object({ base: treeVersion, remove: z.literal('yes') });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(request, context, 'manage_catalog');
  const { db } = context.deps;
  const base = await readTreeVersion(db);
  const tree = inTreeOrder(await listKeptCategories(db));
  const category = tree.find(({ id }) => id === params.category);
  if (!category) throw notFound();
  const { id, path, name, description, parentId } = category;
  return {
    base,
    languages: writtenLanguages,
    title: wordsIn(name, viewer.locale) || path,
    stored: { name, description, slug: slugOf(path), parent: parentId ?? '' },
    parents: tree.filter((one) => !isAtOrBelow(one.path, path)).map((one) => ({ value: one.id, label: one.path })),
    mayRemove: !(await isCategoryNeeded(db, { id })),
  };
}

/** POST: its words, its address and its place are saved, or it is removed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_catalog');
  const id = params.category ?? '';
  if ((await request.clone().formData()).has('remove')) {
    const form = await parseForm(request, removal);
    if (!form.ok) return formReply(form);
    const act = { kind: 'remove', id } as const;
    const removed = await editCategories(context.deps, { actor, base: form.value.base, act });
    if (!removed.ok)
      return refusalRedirect(request, context, removed.code === 'not_found' ? all : `${all}/${id}`, removed);
    return redirectWithFlash(request, context, all, { tone: 'good', area: 'categories', key: 'removed' });
  }
  const form = await parseForm(request, categoryForm);
  if (!form.ok) return formReply(form);
  const { base, slug, parent, name, description } = form.value;
  const act = { kind: 'change', id, slug, parentId: parent, name, description } as const;
  const saved = await editCategories(context.deps, { actor, base, act });
  if (!saved.ok) return refusalInForm(request, saved, form);
  return redirectWithFlash(request, context, `${all}/${id}`, { tone: 'good', area: 'categories', key: 'saved' });
}

export default function EditCategory() {
  const t = useMessages('categories');
  const to = useLocalePath();
  const { base, title, stored, parents, languages, mayRemove } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <PageHead title={title} actions={<ButtonLink to={to(all)}>{t('back')}</ButtonLink>} />
      <div className="grid max-w-text gap-6">
        <Card>
          <ErrorSummary answer={form} labels={useCategoryLabels(languages)} />
          <Form method="post" className="grid gap-4" noValidate key={base}>
            <input type="hidden" name="base" value={base} />
            <CategoryFields form={form} languages={languages} parents={parents} stored={stored} />
            <SubmitButton tone="primary">{t('save')}</SubmitButton>
          </Form>
        </Card>
        <Card title={t('remove')}>
          <p className="text-ink-soft">{t('removeText')}</p>
          {mayRemove && (
            <Form method="post" className="mt-3">
              <input type="hidden" name="base" value={base} />
              <input type="hidden" name="remove" value="yes" />
              <Button>{t('remove')}</Button>
            </Form>
          )}
        </Card>
      </div>
    </>
  );
}
