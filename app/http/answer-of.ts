import type { FormAnswer } from './form-answer';

/** What a page's action may have answered: a form to look at again, or a refusal. */
export type ActionAnswer = { form?: FormAnswer; refusal?: { code: string; text: string } };

/** `const { form, refusal } = answerOf(useActionData())`, whatever mix of answers the action has. */
export const answerOf = (data: unknown): ActionAnswer => (typeof data === 'object' && data !== null ? data : {});
