/** What a file can belong to. Who may read it follows from the owner: http/file-access.server.ts decides, per kind. */
export const fileOwnerKinds = ['purchase_order', 'quote', 'invoice', 'tax_certificate', 'product'] as const;
export type FileOwnerKind = (typeof fileOwnerKinds)[number];

export type FileOwner = { readonly kind: FileOwnerKind; readonly id: string };

/** As many as people still look through; for all owners alike. */
export const mostFilesPerOwner = 20;
