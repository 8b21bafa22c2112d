export const companyStatuses = ['pending', 'active', 'declined', 'suspended'] as const;
export type CompanyStatus = (typeof companyStatuses)[number];

export const memberStatuses = ['invited', 'active', 'deactivated'] as const;
export type MemberStatus = (typeof memberStatuses)[number];
