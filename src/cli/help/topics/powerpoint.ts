/** The text of `lectern help powerpoint`. */
export const POWERPOINT_TOPIC = `
PowerPoint files and company templates

--to pptx saves a deck in which all text can be edited in PowerPoint, Keynote,
Google Slides or LibreOffice: one master, a layout for each kind of slide,
notes, charts with their data. Fonts are named, not embedded.

--pptx-template acme.potx uses your company's own layouts.
"theme new --from acme.potx" makes a theme that looks like the template, for the
other files.

Examples:
  lectern talk.txt --to pptx
  lectern talk.txt --to pptx --pptx-template acme.potx
  lectern theme new acme --from acme.potx
`
