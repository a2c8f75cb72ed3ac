/**
 * What is told in a report, in words for whoever keeps the data. A problem is something that could not be used as it is. A
 * note is something that was changed, left out on purpose, or is not understood, though nothing has to be wrong with it.
 */
export const problems = {
  'id-taken': 'Different services have the same id. The later ones were given a new id.',
  duplicate: 'The same service appears in the data more than once. The first one was kept.',
  'duplicate-id': 'Different organizations or places have the same id. The first one was used.',
  'no-name': 'Services without a name. They were left out.',
  'no-service': 'Records that hold no service. They were left out.',
  orphan: 'Rows that name a service, place, or organization that is not in the data. They could not be used.',
  'phone-invalid': 'Phone numbers that cannot exist, such as ones with a digit too few.',
  'not-phone': 'Text where a phone number should be, without a number in it. It was left out.',
  'not-link': 'Web addresses that are not web addresses. They were left out.',
  'not-text': 'Email addresses that are not email addresses. They were left out.',
  'not-date': 'Dates that are not dates. They were left out.',
  'not-choice': 'A status that is not known. The services were kept.',
  type: 'Numbers or other values of the wrong kind, such as an age that is not a number. They were left out.',
  'too-long': 'Text that is too long. It was shortened and ends with “…”.',
  'too-many': 'Lists that are too long. The rest was left out.',
  empty: 'Text that turned out to be empty. It was left out.',
  markup: 'Text with code in it. It was left out.',
  missing: 'Something that is required is missing.',
  'missing-file': 'Files that the package lists but that are missing.',
  'missing-column': 'Columns that the map names but the table does not have.',
  ragged: 'Rows with more or fewer cells than the table has columns. They were read as they are.',
  'open-quote': 'Cells that hold what look like rows of the table. A quotation mark may have been left open.',
  encoding: 'Files that are not in UTF-8. They were read anyway.',
  'not-json': 'Files or lines that are not JSON. They were left out.',
  'not-read': 'Files that were not read.',
  'too-large': 'Files that are larger than allowed. They were left out.',
  'no-details': 'Services whose details the API did not return. They have only what its list has.',
  'repeated-page': 'The API returned a page that it had already returned. Reading stopped there.',
  'fewer-than-said': 'The API gave fewer services than it says it has.',
};

export const notes = {
  capitals: 'Names in capital letters. They were written the usual way; --keep-case leaves them alone.',
  'line-break': 'Line breaks that were spelled out as “\\n”. They are line breaks now.',
  marker: 'Markers for programs, such as “###MON###”. They were taken out.',
  list: 'Lists that were written with stars, dashes, or the letter o. They are shown as lists.',
  decimal: 'Numbers and ids with “.0” behind them, as some programs write them. The “.0” was taken off.',
  'sheet-error': 'Spreadsheet errors, such as “#REF!”. The original values are lost. Please check the source.',
  formula: 'Text that a spreadsheet keeps as a formula, such as =“02138”. The text was used.',
  zip: 'ZIP codes that had lost the zero in front, or had “.0” behind. They were corrected.',
  'zip-odd': 'ZIP codes with too few digits for their state. They were left as they are.',
  fax: 'Fax and pager numbers. They were left out.',
  completed: 'Second phone numbers of which only the last digits were given. The rest was taken from the first.',
  beside: 'Digits next to a phone number that may be an extension or another number. They are shown as text.',
  'zone-named': 'Time zones with a Windows, Rails, or common name. They were understood.',
  'zone-guessed': 'Time zones with a name that is not known. The zone of --timezone was used.',
  'not-zone': 'Time zones with a name that is not known. The directory does not say whether these services are open.',
  'not-hours':
    'Opening hours that are not fully understood, or have no time zone. They are shown as text, if there is any.',
  'not-used': 'Fields with something in them that a directory does not show.',
};

/** Why records are not in the snapshot. */
export const leftOut = {
  inactive: 'not active',
  defunct: 'closed for good',
  'no-name': 'without a name',
  'no-service': 'without a service',
  duplicate: 'there already',
};
