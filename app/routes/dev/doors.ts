/** One door of the tour: who goes in, for which unit they buy, and the page where something waits for them. The words are
 *  in app/messages/<language>/dev.ts: `<id>Title`, `<id>Text`. */
export type Door = {
  readonly id: string;
  readonly email: string;
  /** Company and unit bought for; null = as a consumer, or as one of our own people. */
  readonly buysFor: { readonly company: string; readonly unit: string } | null;
  readonly leadsTo: string;
};

const harbour = (unit: string) => ({ company: 'harbour-hotels', unit });

export const doors = [
  { id: 'consumer', email: 'marta@home.example', buysFor: null, leadsTo: '/' },
  { id: 'cafe', email: 'lena@lindenhof.example', buysFor: { company: 'cafe-lindenhof', unit: 'hq' }, leadsTo: '/' },
  { id: 'siteBuyer', email: 'ana@harbour.example', buysFor: harbour('pier-9'), leadsTo: '/' },
  { id: 'approver', email: 'ben@harbour.example', buysFor: harbour('north'), leadsTo: '/company/approvals' },
  { id: 'finance', email: 'cfo@harbour.example', buysFor: harbour('hq'), leadsTo: '/company/cost-centres' },
  { id: 'companyAdmin', email: 'admin@harbour.example', buysFor: harbour('hq'), leadsTo: '/company/people' },
  { id: 'rep', email: 'rep@tradepost.example', buysFor: null, leadsTo: '/sales' },
  {
    id: 'priceReviewer',
    email: 'rep@tradepost.example',
    buysFor: null,
    leadsTo: '/sales/price-lists/CAFES/revisions/2/review',
  },
  { id: 'manager', email: 'manager@tradepost.example', buysFor: null, leadsTo: '/sales' },
  { id: 'storeAdmin', email: 'admin@tradepost.example', buysFor: null, leadsTo: '/admin/orders' },
] as const satisfies readonly Door[];

export type DoorId = (typeof doors)[number]['id'];
export const findDoor = (id: string | undefined): Door | undefined => doors.find((door) => door.id === id);
