// Made by `npm run catalogue`. Not to be changed by hand.
import { SourceNote } from '../elements/source-note/source-note.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('source-note', contained(SourceNote));
