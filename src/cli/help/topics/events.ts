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

Other keys, all optional:

  short: Harbour Days 26         # at the foot of slides, in place of the name
  edition: 12th edition          # beside the name on the first and last slide
  footer: Nordhavn, autumn 2026  # at the foot, instead of name and dates
  code-of-conduct: Be kind, and ask before you film.   # on the last slide
  fonts: { display: Archivo, text: { family: My Sans, files: [my-sans.woff2] } }

A font is a family that the themes use, an @fontsource package installed beside
the event file, or files in the event file's folder, whose weight and slant are
read from them.

The slides show these words as they are. Colours with too little contrast
(WCAG AA) are made lighter or darker in the same hue, and a message says so.

Examples:
  lectern talk.txt --event harbour-days/event.yaml
  lectern talk.txt --event event.yaml --theme chalk --to html,handout
`
