import { SafetyChecklist } from '../elements/safety-checklist/safety-checklist.js';
import { define } from './define.js';

define('safety-checklist', SafetyChecklist);
