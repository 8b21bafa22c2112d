export const shop = {
  homeTitle: 'Coffee worth getting up for',
  homeText: 'Roasted to order in small batches, for homes and for cafés, hotels and offices.',
  homeAction: 'Shop the beans',
  forCompanies: 'Buying for a café, a hotel or an office?',
  forCompaniesText: 'Your own prices, purchase orders with approval, delivery to every site.',
} as const;
