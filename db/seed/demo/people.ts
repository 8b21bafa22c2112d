/** Who works in the shop. A rep may give 15 % and go down to 20 % margin; the manager is not limited. */
export const staff = [
  {
    email: 'rep@tradepost.example',
    name: 'Rosa Klein',
    role: 'sales_rep',
    discount_limit_percent: '15',
    margin_floor_percent: '20',
  },
  {
    email: 'rep2@tradepost.example',
    name: 'Milan Hartwig',
    role: 'sales_rep',
    discount_limit_percent: '15',
    margin_floor_percent: '20',
  },
  {
    email: 'manager@tradepost.example',
    name: 'Mara Lindqvist',
    role: 'sales_manager',
    discount_limit_percent: null,
    margin_floor_percent: null,
  },
  {
    email: 'admin@tradepost.example',
    name: 'Arno Bauer',
    role: 'store_admin',
    discount_limit_percent: null,
    margin_floor_percent: null,
  },
] as const;

/** People who shop for themselves. */
export const consumers = [
  { email: 'marta@home.example', name: 'Marta Lorenz', language: 'en' },
  { email: 'jonas@home.example', name: 'Jonas Weber', language: 'de' },
] as const;
