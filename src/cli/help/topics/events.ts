/** The text of `lectern help events`. */
export const EVENTS_TOPIC = `
Logo, colours and sponsors of an event

An event is a YAML file, separate from the article and the theme. Only the name
is required:

  name: Harbour Days
  dates: 3 and 4 October 2026
  place: The Rope Hall, Nordhavn
  address: https://harbour-days.example/2026   # a QR code on the last slide
  hashtag: "#HarbourDays26"
  speaker: { name: Ida Quay, contact: ida@harbour-days.example }
  colours: "#d6006c"                           # one, or two in a list
  logo: { light: mark.svg, dark: mark-white.svg }
  sponsors: [Port of Nordhavn, { name: Kotwica, logo: kotwica.svg }]

The slides show these texts word for word. Colours with too little contrast
(WCAG AA) are made lighter or darker in the same hue, and a message says so.

Examples:
  lectern talk.txt --event harbour-days/event.yaml
  lectern talk.txt --event event.yaml --theme chalk --to html,handout
`
