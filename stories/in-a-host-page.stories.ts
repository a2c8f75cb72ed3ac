import type { Meta, StoryObj } from '@storybook/web-components-vite';
import 'alongside-elements/define/all.js';
import { html } from 'lit';
import { fallback } from './parts.js';

/**
 * The four elements in a page with a font, colors and a layout of its own. The page sets tokens once; the elements take
 * on its font, its color scheme and its language.
 */
const meta: Meta = {
  title: 'In a host page',
  parameters: { layout: 'fullscreen' },
  render: () => html`
    <style>
      .agency {
        --alongside-color-surface: light-dark(#ffffff, #1b2230);
        --alongside-color-quiet: light-dark(#eef3f8, #263042);
        --alongside-color-line: light-dark(#6a7a8c, #8fa0b5);
        --alongside-color-accent: light-dark(#123f6b, #a9d2ff);
        --alongside-color-on-accent: light-dark(#ffffff, #0c1a2a);
        --alongside-radius: 0.25rem;
        background: light-dark(#f4f7fa, #121823);
        color: light-dark(#1d2733, #e6edf5);
        font-family: 'Trebuchet MS', Verdana, sans-serif;
        font-size: 1.0625rem;
      }
      .agency > * {
        padding: 1.5rem max(1rem, 50% - 34rem);
      }
      .agency > header,
      .agency > footer {
        background: light-dark(#123f6b, #0c1a2a);
        color: #ffffff;
      }
      .agency h1,
      .agency h2 {
        margin-block: 0 1rem;
        line-height: 1.2;
      }
      .agency main {
        display: grid;
        gap: 1.5rem;
      }
      .agency .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: 1rem;
        align-items: start;
      }
    </style>
    <div class="agency">
      <header><h1>Example Youth Center</h1></header>
      <main>
        <stage-guide>${fallback}</stage-guide>
        <h2>Who else is there</h2>
        <div class="cards">
          <resource-card resource-id="national-human-trafficking-hotline">${fallback}</resource-card>
          <resource-card resource-id="988" compact>${fallback}</resource-card>
        </div>
        <safety-checklist audience="youth">${fallback}</safety-checklist>
        <source-note></source-note>
      </main>
      <footer>Example Youth Center, 100 Example Street, 555-0142</footer>
    </div>
  `,
};
export default meta;
type Story = StoryObj;

export const AgencyPage: Story = { name: 'Agency page' };

export const AgencyPageDark: Story = { name: 'Agency page, dark', globals: { theme: 'dark' } };
