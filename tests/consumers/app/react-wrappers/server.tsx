import { renderToString } from 'react-dom/server';
import { App } from './app.js';

/** What a server sends before any script has run in the page. */
export const html = renderToString(<App />);
