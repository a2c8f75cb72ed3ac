import { SourceNote } from '../elements/source-note/source-note.js';
import { define } from './define.js';

define('source-note', SourceNote);
