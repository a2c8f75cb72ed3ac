/** Whether somebody is there: over midnight, on the days when clocks change, on holidays, and where nobody knows. */
const hours = (title) => ({ file: 'tests/node/hours.test.js', test: title });

export const mutants = [
  {
    name: 'a line that is open until two at night is said to be closed after midnight',
    file: 'src/services/hours/open-state.ts',
    find: 'let day = today - 1; day <=',
    replace: 'let day = today; day <=',
    killedBy: hours('past midnight'),
  },
  {
    name: 'on the day on which clocks change, hours are an hour off',
    file: 'src/services/hours/time-zone.ts',
    find: 'return offsetAt(early) !== before && offsetAt(late) === after ? late : early;',
    replace: 'return early;',
    killedBy: hours('Chicago in November: of a time that comes twice it is the first'),
  },
  {
    name: 'in the evening, the week on a card begins with another day than it is at the place',
    file: 'src/services/hours/time-zone.ts',
    find: 'Math.floor((time + zone.offsetAt(time)) / oneDay)',
    replace: 'Math.floor(time / oneDay)',
    killedBy: { file: 'tests/node/hours-week.test.js', test: 'from the day that it is at the place, with holidays' },
  },
  {
    name: 'a service is called open on its holiday',
    file: 'src/services/hours/calendars.ts',
    find: 'if (all.length === 0 || isClosed(day)) return',
    replace: 'if (all.length === 0) return',
    killedBy: hours('a closed day overrides the rules, also one with hours'),
  },
  {
    name: 'hours that nobody could read are said to be closed',
    file: 'src/services/hours/open-state.ts',
    find: ' || !(stretch || complete)) {',
    replace: ') {',
    killedBy: hours('an offset as a number'),
  },
  {
    name: 'the hours of last season count as those of today',
    file: 'src/services/hours/schedule.ts',
    find: 'const last = Math.min(days.last, validTo);',
    replace: 'const last = days.last;',
    killedBy: hours('a rule holds from valid_from to valid_to, on both days'),
  },
  {
    name: 'every second week is every week',
    file: 'src/services/hours/rrule.ts',
    find: 'return (day) => (period(day) - period(start)) % every === 0;',
    replace: 'return () => true;',
    killedBy: { file: 'tests/node/hours-rules.test.js', test: 'agree on when it is open, closed and next another' },
  },
  {
    name: 'the third Monday of a month is taken for the fourth',
    file: 'src/services/hours/rrule.ts',
    find: 'Math.ceil(nth / 7)',
    replace: 'Math.floor(nth / 7) + 1',
    killedBy: { file: 'tests/node/hours-rules.test.js', test: 'agree on when it is open, closed and next another' },
  },
  {
    name: 'an abbreviated zone such as EST is an hour off in summer',
    file: 'src/services/hours/time-zone.ts',
    find: '  if (!/^(UTC|[A-Za-z]+\\/[\\w+/-]+)$/.test(name)) return undefined;\n',
    replace: '',
    killedBy: hours('an abbreviation'),
  },
  {
    name: 'the week on a card hides that the coming days are not known',
    file: 'src/services/hours/week.ts',
    find: '    if (!covered || doubtful.length > 0) return undefined;\n',
    replace: '',
    killedBy: { file: 'tests/node/hours-week.test.js', test: 'is not known: ' },
  },
];
