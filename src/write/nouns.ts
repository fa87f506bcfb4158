/** Nouns that name nothing by themselves. */
export const VAGUE: ReadonlySet<string> = new Set(
  'thing things way ways lot number part kind sort type fact reason result time times day days year years week month people person one others rest idea point goal purpose problem answer question'.split(
    ' ',
  ),
)
