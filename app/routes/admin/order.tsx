import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AdminOrder } from '#app/components/admin/admin-order.tsx';
import { adminOrderView, orderForStaff } from '#app/http/admin-order.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['admin', 'orders'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order } = await orderForStaff(request, context, params.number);
  return { data: await adminOrderView(request, context, order) };
}

export default function OrderOfStaff() {
  const { data } = useLoaderData<typeof loader>();
  return <AdminOrder data={data} />;
}
