/** The text of `lectern help handouts`. */
export const HANDOUTS_TOPIC = `
PDFs to print or send

  --to pdf        the slides, one per page; --steps prints each step of a slide
  --to handout    a cover, and three slides per page beside their notes
  --handout 1     or 2, 4, 6: this many slides per page
  --handout lines ruled lines beside each slide, for notes
  --handout notes the speaker's script with times
  --paper letter  or a4
  --print-theme   another theme for paper, such as a light one

PDFs are tagged for screen readers and have an outline. Each is read back before
it is saved, to check pages, words and their order, fonts and tags.

Examples:
  lectern talk.txt --to handout
  lectern talk.txt --to handout --handout 4 --paper letter
  lectern talk.txt --to html,handout --theme stage --print-theme paper
`
