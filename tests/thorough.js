/**
 * How often a test tries what it makes up by itself: all of it where `CI` is set, as on a build server, and a part of it on
 * anybody's own machine, where the next change is waiting. What fails says with which seed, and that can be tried again anywhere.
 */
const thorough = !!process.env.CI;

/**
 * How many of `all` runs.
 *
 * @param {number} all
 * @returns {number}
 */
export const runs = (all) => (thorough ? all : Math.ceil(all / 5));

/**
 * Those of a list that are tried: on anybody's own machine the first of each `step`.
 *
 * @template T
 * @param {readonly T[]} all
 * @param {number} step
 * @returns {readonly T[]}
 */
export const some = (all, step) => (thorough ? all : all.filter((_, at) => at % step === 0));
