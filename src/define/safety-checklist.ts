import { SafetyChecklist } from '../elements/safety-checklist/safety-checklist.js';
import { contained, define } from './define.js';

define('safety-checklist', contained(SafetyChecklist));
