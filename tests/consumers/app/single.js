import 'alongside-elements/define/stage-guide.js';
