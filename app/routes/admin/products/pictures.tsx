import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import { givenFiles } from '#app/http/uploads.server.ts';
import { crops } from '#app/integrations/pictures/take-upload.server.ts';
import { isPictureName } from '#app/integrations/pictures/rendition.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { changePictures } from '#app/use-cases/catalog/change-pictures.server.ts';
import { findPictures } from '#db/queries/imported-catalog.server.ts';
import { findProductHead } from '#db/queries/product-edits.server.ts';

export const handle: RouteHandle = { messages: ['products'] };

const alt = z.object({ en: z.string().max(300).optional(), de: z.string().max(300).optional() }).default({});
const picturesForm = z.object({
  kept: z
    .array(
      z.object({
        source: z.string().max(2_000),
        sku: z.string().max(100).optional(),
        keep: z.literal('on').optional(),
        order: z.coerce.number('not_a_number').int().min(0).max(1_000).default(0),
        alt,
      }),
    )
    .default([]),
  files: z.array(z.instanceof(File)).default([]),
  crop: z.enum(crops).default('none'),
  alt,
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_catalog');
  const address = params.handle ?? '';
  const { db } = context.deps;
  if (!(await findProductHead(db, { handle: address }))) throw notFound();
  const pictures = (await findPictures(db, { handles: [address] })).get(address) ?? [];
  return {
    address,
    crops: [...crops],
    pictures: pictures.map((picture) => ({ ...picture, isOurs: isPictureName(picture.source) })),
  };
}

const given = (text: { en?: string | undefined; de?: string | undefined }) =>
  Object.fromEntries(Object.entries(text).filter(([, value]) => value)) as Record<string, string>;

export async function action({ request, params, context }: ActionFunctionArgs) {
  await requireStaff(request, context, 'manage_catalog');
  const form = await parseForm(request, picturesForm);
  if (!form.ok) return formReply(form);
  const { kept, files, crop } = form.value;
  const address = params.handle ?? '';
  const uploads = await givenFiles(files.filter(({ size }) => size > 0));
  const outcome = await changePictures(context.deps, {
    handle: address,
    kept: kept.flatMap(({ source, sku, keep, order, alt: words }) =>
      keep ? [{ source, sku: sku ?? null, order, alt: given(words) }] : [],
    ),
    added: uploads.map(({ content }) => ({ content, crop, alt: given(form.value.alt) })),
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const said = { tone: 'good', area: 'products', key: 'picturesSaved' } as const;
  return redirectWithFlash(request, context, `/admin/products/${address}/pictures`, said);
}

export default function ProductPictures() {
  const t = useMessages('products');
  const to = useLocalePath();
  const { address, pictures, crops: cuts } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const row = (at: number, field: string) => t('rowField', { row: at + 1, field });
  return (
    <>
      <PageHead
        title={t('picturesOf', { title: address })}
        actions={<ButtonLink to={to(`/admin/products/${address}`)}>{t('back')}</ButtonLink>}
      />
      <ErrorSummary answer={form} labels={{ files: t('files') }} />
      <Form method="post" encType="multipart/form-data" className="grid max-w-4xl gap-6">
        {pictures.length === 0 && <p className="text-ink-soft">{t('noPictures')}</p>}
        {pictures.map(({ source, sku, alt: words, isOurs }, at) => (
          <div key={source} className="grid gap-4 rounded border border-line bg-raised p-4 sm:grid-cols-[10rem_1fr]">
            {isOurs ? (
              <img
                src={`/pictures/${source}?w=320`}
                alt={words.en ?? ''}
                className="aspect-square w-40 rounded object-cover"
              />
            ) : (
              <p className="text-sm break-all text-ink-faint">{source}</p>
            )}
            <div className="grid content-start gap-3 sm:grid-cols-2">
              <input type="hidden" name={`kept.${at}.source`} value={source} />
              {sku && <input type="hidden" name={`kept.${at}.sku`} value={sku} />}
              <TextField label={row(at, t('altEn'))} {...fieldOf(form, `kept.${at}.alt.en`, words.en)} />
              <TextField label={row(at, t('altDe'))} {...fieldOf(form, `kept.${at}.alt.de`, words.de)} />
              <TextField
                label={row(at, t('order'))}
                type="number"
                min={0}
                {...fieldOf(form, `kept.${at}.order`, String(at + 1))}
              />
              <Checkbox
                name={`kept.${at}.keep`}
                label={row(at, t('keep'))}
                defaultChecked={form ? form.values[`kept.${at}.keep`] === 'on' : true}
              />
            </div>
          </div>
        ))}
        <Card title={t('addPictures')}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              type="file"
              name="files"
              multiple
              accept="image/jpeg,image/png,image/webp,image/avif"
              label={t('files')}
              hint={t('filesHint')}
            />
            <SelectField
              label={t('crop')}
              options={cuts.map((value) => ({ value, label: t(`crop_${value}`) }))}
              {...fieldOf(form, 'crop', 'none')}
            />
            <TextField label={t('altEn')} hint={t('altHint')} {...fieldOf(form, 'alt.en')} />
            <TextField label={t('altDe')} {...fieldOf(form, 'alt.de')} />
          </div>
        </Card>
        <div>
          <SubmitButton tone="primary">{t('upload')}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
