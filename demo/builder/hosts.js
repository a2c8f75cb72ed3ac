/**
 * Where agencies have their pages, and how code gets into a page there. `form` is that of the snippet, and `level` that of the element's
 * heading where the site puts a title above. `inline` says that the site may throw paragraphs out of an element, and `comments` that it may put
 * a form for comments below. Menus of these services change their names, so the steps say what to look for.
 */
const head =
  'Put the first part where your site keeps code for the head of every page, before its style sheets if you can.';
const body = 'Put the second part at the very start of the body of every page.';
const widget = 'Paste the element’s code where you want it to appear.';
const frameLimits = [
  'The frame has a fixed height. Make it tall enough, and check it on a phone, too.',
  'The frame doesn’t know the language of your page. If it isn’t English, choose a language above.',
  'Try each phone link on the published page. Some frames don’t let a link start a call, so put the numbers on the page itself as well.',
];

/** Where WordPress keeps code for every page: in its own editor, without any PHP. */
const everyPage = {
  block:
    'With a block theme, open Appearance, then Editor. Edit the template part named Footer, add a Custom HTML block, and paste the script part into it. Save.',
  classic:
    'With a classic theme, open Appearance, then Widgets. Put a Custom HTML block into a widget area that every page shows, such as the footer, and paste the script part into it. Save.',
};
const pasteDiv =
  'In the page, add a block named Custom HTML where the element belongs, and paste the element part into it. The code starts with <div because WordPress keeps that for every account.';
const onlyNumbers =
  'If you see only phone numbers, the code ended up in the text. Delete it there, add a Custom HTML block, and paste it again.';
const notInLibrary =
  'WordPress’s media library doesn’t accept .js files. To host our files on your own site, use your hosting company’s file manager.';
const wordPressExit = [
  'With a block theme, open Appearance, then Editor. Edit the template part named Header, add a Custom HTML block as the very first block, and paste both parts into it, the script first.',
  'With a classic theme, ask the person who maintains it to add both parts: the script first in the head, the button first in the body.',
  'Check a page while you’re signed out. Press Tab once: the button is the first stop. (When you’re signed in, WordPress adds its own bar on top.)',
];

export const hosts = [
  {
    id: 'html',
    name: 'Plain HTML',
    form: 'element',
    steps: [
      'Open the page’s file, or the template all pages share, in a text editor.',
      widget,
      'Check the page with scripts turned off, too. You should see the phone numbers.',
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
      'You can also paste both parts into one Custom HTML block on a page, with the script first.',
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
      'In the editor, open the tab named Text or Code, not the one named Visual. Paste the element part where you want the element, without blank lines.',
      'Don’t switch back to the Visual tab before you save.',
      'Look at the page. If you see only phone numbers, the script isn’t loading. Check the first step.',
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
      'Your account can’t save scripts: WordPress removes them. Ask an administrator to add the script part to the footer, once for all pages. On a multisite, ask the administrator of the whole network.',
      `For the administrator: ${everyPage.block}`,
      `Or: ${everyPage.classic}`,
      pasteDiv,
      onlyNumbers,
      'Put your own text in a file (the field “Address of your own data”), not in the page. With your account, WordPress would show it as plain text.',
    ],
    exit: ['An administrator has to do this part. Send them these steps.', ...wordPressExit],
  },
  {
    id: 'squarespace',
    name: 'Squarespace',
    form: 'element',
    steps: [
      'Add a Code Block where you want the element, set it to HTML, and paste the snippet into it.',
      'Scripts run on plans that allow custom code. On other plans, visitors see the phone numbers.',
      'Check the published page. The editor may not run scripts.',
    ],
    exit: [
      'Put the first part in the site’s Code Injection, in the header. If there is no field for the start of the body, put both parts there, with the script first.',
    ],
  },
  {
    id: 'drupal',
    name: 'Drupal',
    form: 'element',
    inline: true,
    steps: [
      'Use a text format that keeps scripts and unknown tags. Full HTML works only if its filters and its editor allow them. Ask the person who runs the site for a format that only trusted people can use.',
      'Add the snippet to the page in that format, or make a block with it and place the block.',
      'If tags are removed, choose “WordPress, other accounts” here: Drupal needs the same two parts. The script part goes into the theme, and the format has to allow div with data attributes.',
    ],
    exit: [
      'Both parts go into the theme’s page template (html.html.twig): the first in the head, the second right after the start of the body.',
    ],
  },
  {
    id: 'wix',
    name: 'Wix',
    form: 'frame',
    steps: [
      'Add an element for embedding HTML code to the page, and paste the whole snippet into it.',
      'Wix puts this code in a frame from another site. Scripts on your page can’t read it.',
      ...frameLimits,
    ],
    exit: [
      'In a frame, the button leaves the whole page if the browser allows that. If not, it covers only the frame and says “Close this tab.” The keys work only after someone has clicked in the frame, and Back can show your page again.',
      'If your plan has a field for custom code for the whole site, put the quick-exit button there instead. Choose “Plain HTML” to get its parts.',
    ],
  },
  {
    id: 'google-sites',
    name: 'Google Sites',
    form: 'frame',
    steps: [
      'Insert an embed, choose to embed code, and paste the whole snippet.',
      'Google puts this code in a frame from another site. Scripts on your page can’t read it.',
      ...frameLimits,
    ],
    exit: [
      'Google Sites has no field for code for the whole page, so the quick-exit button can only go in a frame. It leaves the whole page if the browser allows that. If not, it covers only the frame and says “Close this tab.” The keys work only after someone has clicked in the frame, and Back can show your page again.',
      'Put a plain link to the other site at the top of the page as well. Try both before you rely on them.',
    ],
  },
];
