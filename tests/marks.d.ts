export const marks: Readonly<Record<string, string>>;
export function lookAtFields(marks: Readonly<Record<string, string>>): { fields: number; wrong: string[] };
