import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CompanyAccount } from '#app/components/sales/company-account.tsx';
import { staffMay } from '#app/domain/access/permissions.ts';
import { accountOf, accountView } from '#app/http/company-account.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['statement'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await accountOf(request, context, params.company, 'see_companies');
  const { staff } = await viewerOf(request, context);
  return {
    data: await accountView(request, context, found),
    mayChange: staff !== null && staffMay(staff, 'set_credit'),
  };
}

export default function Account() {
  const { data, mayChange } = useLoaderData<typeof loader>();
  return <CompanyAccount data={data} mayChange={mayChange} />;
}
