/** How Storybook itself looks: the elements' own colors, in the scheme of the reader's device. */
import { create } from 'storybook/theming';

const isDark = matchMedia('(prefers-color-scheme: dark)').matches;

/** The colors that the elements have when a page sets none, in light and in dark. */
const pick = (light: string, dark: string) => (isDark ? dark : light);
const text = pick('#28231e', '#f3ede5');
const muted = pick('#544b43', '#cdc3b8');
const surface = pick('#fffdfa', '#211e1b');
const quiet = pick('#f6f1e9', '#161412');
const hairline = pick('#dfdbd6', '#413d39');
const accent = pick('#0b4f4a', '#9cdcd0');

const looks = {
  base: isDark ? ('dark' as const) : ('light' as const),
  brandTitle: 'alongside-elements',
  brandUrl: './?path=/docs/welcome--docs',
  brandTarget: '_self',
  fontBase: 'system-ui, sans-serif',
  colorPrimary: accent,
  colorSecondary: accent,
  appBg: quiet,
  appContentBg: surface,
  appPreviewBg: surface,
  appBorderColor: hairline,
  appBorderRadius: 12,
  textColor: text,
  textMutedColor: muted,
  barBg: surface,
  barTextColor: muted,
  barHoverColor: accent,
  barSelectedColor: accent,
  inputBg: surface,
  inputBorder: pick('#8a7d70', '#8f8377'),
  inputTextColor: text,
  inputBorderRadius: 8,
};

/** For the pages: links use the secondary color. */
export const pageTheme = create(looks);

/** For the frame around them: the chosen entry is white on the secondary color. */
export const frameTheme = create({ ...looks, colorSecondary: pick(accent, '#4aa599') });
