/** What axe looks for: in Storybook's own panel, and in the test of every story. */
export const axeOptions = {
  // WCAG 2.0 to 2.2, A, AA and AAA, and good practice.
  runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // Off by default, for pages that aim at less.
    'target-size': { enabled: true },
    'color-contrast-enhanced': { enabled: true },
    // Of a whole page. A story is a part of one: the page around it has the landmarks and the first heading.
    'landmark-one-main': { enabled: false },
    'page-has-heading-one': { enabled: false },
    region: { enabled: false },
  },
};
