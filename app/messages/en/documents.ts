export const documents = {
  page: 'Page {page} of {pages}',
};
