/**
 * Where agencies have their pages, and how code gets into a page there. `form` is that of the snippet, and `level` that of the element's
 * heading where the site puts a title above. `inline` says that the site may throw paragraphs out of an element, and `comments` that it may put
 * a form for comments below. Menus of these services change their names, so the steps say what to look for.
 */
const head =
  'Put the part for the head where your site keeps code for the head of every page, before its style sheets if you can.';
const body = 'Put the part for the start of the body first in the body of every page.';
const widget = 'Paste the code of the element where it is to stand.';
const frameLimits = [
  'The frame has one height: make it tall enough, and look at it on a phone, too.',
  'The frame does not know the language of the page around it. Choose a language above if it is not English.',
  'Try each phone link in the published page. Some frames do not let a link start a call, so write the numbers into the page itself as well.',
];

/** Where WordPress keeps code for every page: in its own editor, without any PHP. */
const everyPage = {
  block:
    'With a block theme, open Appearance, then Editor. Edit the template part named Footer, add a Custom HTML block, and paste the script part into it. Save.',
  classic:
    'With a classic theme, open Appearance, then Widgets. Put a Custom HTML block into a widget area that every page shows, such as the footer, and paste the script part into it. Save.',
};
const pasteDiv =
  'In the page, add a block named Custom HTML where the element belongs, and paste the element part into it. The code starts with <div, because WordPress keeps that for every account.';
const onlyNumbers =
  'If you see only phone numbers, the code went into the text. Delete it there, add a Custom HTML block, and paste it again.';
const notInLibrary =
  'The media library of WordPress does not take .js files. To have our files on your own site, use the file manager of your hosting company.';
const wordPressExit = [
  'With a block theme, open Appearance, then Editor. Edit the template part named Header, add a Custom HTML block as the very first block, and paste both parts into it, the script first.',
  'With a classic theme, ask the person who looks after it to put the parts where they belong: the script first in the head, the button first in the body.',
  'Look at a page while you are signed out. Press Tab once: the first stop is the button. (Signed in, WordPress puts its own bar on top.)',
];

export const hosts = [
  {
    id: 'html',
    name: 'Plain HTML',
    form: 'element',
    steps: [
      'Open the file of the page, or the template that all pages share, in a text editor.',
      widget,
      'Look at the page with scripts switched off, too: the phone numbers are there.',
    ],
    exit: [head, body],
  },
  {
    id: 'wordpress',
    name: 'WordPress, block editor (administrators and editors)',
    form: 'div',
    level: 2,
    comments: true,
    steps: [
      everyPage.block,
      everyPage.classic,
      pasteDiv,
      'You can also paste both parts into one Custom HTML block of one page, the script first.',
      onlyNumbers,
      notInLibrary,
    ],
    exit: wordPressExit,
  },
  {
    id: 'wordpress-classic',
    name: 'WordPress, classic editor',
    form: 'div',
    level: 2,
    comments: true,
    steps: [
      everyPage.classic,
      everyPage.block,
      'In the editor, open the tab named Text or Code, not the one named Visual. Paste the element part where the element belongs, without blank lines.',
      'Do not go back to the Visual tab before you save.',
      'Look at the page. If you see only phone numbers, the script has not arrived: check the first step.',
      notInLibrary,
    ],
    exit: wordPressExit,
  },
  {
    id: 'wordpress-author',
    name: 'WordPress, other accounts, and sites that share one WordPress (multisite)',
    form: 'div',
    level: 2,
    comments: true,
    steps: [
      'Your account cannot save scripts: WordPress takes them out. Ask an administrator to put the script part into the footer, once for all pages. On a multisite, that is the administrator of the whole network.',
      `For the administrator: ${everyPage.block}`,
      `Or: ${everyPage.classic}`,
      pasteDiv,
      onlyNumbers,
      'Your own words belong in a file (the field “Address of your own data”), not in the page: from your account, WordPress would show them as text.',
    ],
    exit: ['An administrator has to do this part. Send them these lines.', ...wordPressExit],
  },
  {
    id: 'squarespace',
    name: 'Squarespace',
    form: 'element',
    steps: [
      'Add a Code Block where the element is to stand, set to HTML, and paste the snippet into it.',
      'Scripts run on plans that allow custom code. On others the phone numbers are shown.',
      'Look at the published page: the editor may not run scripts.',
    ],
    exit: [
      'The part for the head goes into the site’s Code Injection, in its header. If there is no field for the start of the body, put both parts there, the script first.',
    ],
  },
  {
    id: 'drupal',
    name: 'Drupal',
    form: 'element',
    inline: true,
    steps: [
      'Use a text format that keeps scripts and unknown tags. Full HTML does only if its filters and its editor allow them; ask whoever runs the site for a format for this, for trusted people only.',
      'Add the snippet to the page in that format, or make a block with it and place the block.',
      'If tags are taken out, choose “WordPress, other accounts” here: Drupal needs the same two parts. The script part goes into the theme, and the format has to allow div with data attributes.',
    ],
    exit: [
      'Both parts go into the theme’s template of the whole page (html.html.twig): the first into its head, the second right after the start of the body.',
    ],
  },
  {
    id: 'wix',
    name: 'Wix',
    form: 'frame',
    steps: [
      'Add an element for embedding HTML code to the page, and paste all of the snippet into it.',
      'Wix puts this code into a frame of another site. Scripts of your page cannot look into it.',
      ...frameLimits,
    ],
    exit: [
      'In a frame, the button leads the whole page away where the browser lets it. Where it does not, it covers the frame only, and says “Close this tab.” The keys work only after something in the frame was clicked, and Back can show your page again.',
      'If your plan has a field for custom code of the whole site, put the way out there in place of here: choose “Plain HTML” to get its parts.',
    ],
  },
  {
    id: 'google-sites',
    name: 'Google Sites',
    form: 'frame',
    steps: [
      'Insert an embed, choose to embed code, and paste all of the snippet.',
      'Google puts this code into a frame of another site. Scripts of your page cannot look into it.',
      ...frameLimits,
    ],
    exit: [
      'Google Sites has no field for code of the whole page, so the way out can only stand in a frame. The button leads the whole page away where the browser lets it. Where it does not, it covers the frame only, and says “Close this tab.” The keys work only after something in the frame was clicked, and Back can show your page again.',
      'So put a plain link to the other site at the top of the page as well. Try both before you count on them.',
    ],
  },
];
