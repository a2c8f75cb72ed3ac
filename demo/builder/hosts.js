/**
 * Where agencies have their pages, and how code gets into a page there. `form` is that of the snippet. Menus of these services change their
 * names, so the steps say what to look for.
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
    name: 'WordPress, block editor',
    form: 'element',
    steps: [
      'In the page, add a block of the kind Custom HTML, and paste the snippet into it.',
      'Look at the page itself: the editor’s own preview may not run scripts.',
      'If the element is gone after saving, your account is not allowed to save scripts. Choose “WordPress, classic editor” here.',
    ],
    exit: [
      'Code for the head and for the start of the body goes into the theme, or into a plugin for header and body code. The place in a theme is the hook wp_body_open.',
      head,
      body,
    ],
  },
  {
    id: 'wordpress-classic',
    name: 'WordPress, classic editor, or an account that may not save scripts',
    form: 'div',
    steps: [
      'WordPress takes unknown tags and scripts out of what such an account saves (its filter is called wp_kses). So here the element is written as a div, and the script stands elsewhere.',
      'Ask whoever may change the theme to put the script part into the head of the page or of all pages: in the theme, or with a plugin for header code.',
      'In the editor, go to the tab that shows HTML, not the visual one, and paste the part with the div where it is to stand.',
      'Where the script has not come, the phone numbers in the div are shown.',
    ],
    exit: [
      'The way out goes where the filter does not reach: into the theme (the hook wp_body_open) or into a plugin for header and body code.',
      head,
      body,
    ],
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
    steps: [
      'Use a text format that keeps scripts and unknown tags. Full HTML does only if its filters and its editor allow them; ask whoever runs the site for a format for this, for trusted people only.',
      'Add the snippet to the page in that format, or make a block with it and place the block.',
      'If tags are taken out, choose “WordPress, classic editor” here: Drupal needs the same two parts. The script part goes into the theme, and the format has to allow div with data attributes.',
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
