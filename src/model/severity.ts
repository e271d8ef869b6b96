// How grave AWS takes it to be when a control fails. Apart from the other vocabularies, which every page carries.

export const severityIds = ['critical', 'high', 'medium', 'low'] as const;
export type SeverityId = (typeof severityIds)[number];
