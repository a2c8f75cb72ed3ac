import type { Sign, Stage, Statement } from '../../content/schema.js';

/** A sign, with every stage that describes it. */
export interface DescribedSign {
  readonly sign: Statement;
  /** Tells signs apart: the sign's `id`, or its text where it has none. */
  readonly key: string;
  /** The heading that it stands under. */
  readonly group: 'seeing' | 'doing' | 'also';
  readonly stages: readonly Stage[];
}

const groups = ['seeing', 'doing', 'also'] as const;

/**
 * Each sign once, with all stages in which it is described: under what it is about, and by alphabet inside, so that the order suggests no stage.
 *
 * @returns the groups that have signs.
 */
export function describedSigns(
  stages: readonly Stage[],
): readonly [DescribedSign['group'], readonly DescribedSign[]][] {
  const found = new Map<string, DescribedSign & { stages: Stage[] }>();
  for (const stage of stages)
    for (const sign of [...stage.signs, ...stage.ownSigns] as (Statement & Partial<Sign>)[]) {
      const key = sign.id ?? sign.text;
      const described = found.get(key) ?? { sign, key, group: sign.kind ?? 'also', stages: [] };
      described.stages.push(stage);
      found.set(key, described);
    }
  const sorted = [...found.values()].sort((a, b) => (a.sign.text < b.sign.text ? -1 : 1));
  return groups
    .map((name) => [name, sorted.filter(({ group }) => group === name)] as const)
    .filter(([, signs]) => signs.length > 0)
    .map(([name, signs]) => [name, signs]);
}
