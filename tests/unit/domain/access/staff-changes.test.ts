import { expect, test } from 'vitest';
import { type StaffChange, whyStaffStays } from '#app/domain/access/staff-changes.ts';

test.each<[string, StaffChange, ReturnType<typeof whyStaffStays>]>([
  ['an admin makes a rep a manager', { actor: 'ada', person: 'rob', to: 'manager', admins: ['ada'] }, null],
  ['an admin switches a rep off', { actor: 'ada', person: 'rob', to: null, admins: ['ada'] }, null],
  ['one of two admins goes', { actor: 'ada', person: 'eve', to: null, admins: ['ada', 'eve'] }, null],
  ['nobody changes their own role', { actor: 'ada', person: 'ada', to: 'rep', admins: ['ada', 'eve'] }, 'own_role'],
  ['nor gives it to themselves again', { actor: 'ada', person: 'ada', to: 'admin', admins: ['ada'] }, 'own_role'],
  ['the last admin stays', { actor: 'ada', person: 'ada', to: null, admins: ['ada'] }, 'last_store_admin'],
  ['who lost the role a moment ago may not', { actor: 'eve', person: 'rob', to: null, admins: ['ada'] }, 'forbidden'],
  ['a rep may not', { actor: 'rob', person: 'rob', to: 'admin', admins: ['ada'] }, 'forbidden'],
])('%s', (_case, change, refusal) => expect(whyStaffStays(change)).toBe(refusal));
