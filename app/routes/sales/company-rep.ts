import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import { assignRep } from '#app/use-cases/sales/assign-rep.server.ts';
import { findPortfolioCompany } from '#db/queries/company-portfolio.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/sales/companies/${params.company ?? ''}`));

const repForm = z.object({ rep: z.union([z.literal(''), z.guid()]) });

/** POST: the company moves into a rep's portfolio, or into everyone's. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, scope } = await requireStaff(request, context, 'assign_portfolios');
  const company = await findPortfolioCompany(context.deps.db, { scope, slug: params.company ?? '' });
  if (!company) throw notFound();
  const page = `/sales/companies/${company.slug}`;
  const form = await parseForm(request, repForm);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'unknown_rep' });
  const done = await assignRep(context.deps, { actor, companyId: company.id, repId: form.value.rep || null });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'desk', key: 'assignDone' })
    : refusalRedirect(request, context, page, done);
}
