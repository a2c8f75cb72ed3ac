/** The types stand in `alongside-elements`, so that a page which imports them from there compiles without this package, too. */
export * from 'alongside-elements/render';
