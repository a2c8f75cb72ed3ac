import type { Stage, Statement } from '../../content/schema.js';

/** A sign, with every stage that describes it. */
export interface DescribedSign {
  readonly sign: Statement;
  /** Tells signs apart: the sign's `id`, or its text where it has none. */
  readonly key: string;
  readonly stages: readonly Stage[];
}

/** Each sign once, with all stages in which it is described, by alphabet so that the order suggests no stage. */
export function describedSigns(stages: readonly Stage[]): readonly DescribedSign[] {
  const found = new Map<string, { sign: Statement; key: string; stages: Stage[] }>();
  for (const stage of stages)
    for (const sign of [...stage.signs, ...stage.ownSigns]) {
      const key = sign.id ?? sign.text;
      const described = found.get(key) ?? { sign, key, stages: [] };
      described.stages.push(stage);
      found.set(key, described);
    }
  return [...found.values()].sort((a, b) => (a.sign.text < b.sign.text ? -1 : 1));
}
