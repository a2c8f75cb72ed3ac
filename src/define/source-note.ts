import { SourceNote } from '../elements/source-note/source-note.js';
import { contained, define } from './define.js';

define('source-note', contained(SourceNote));
