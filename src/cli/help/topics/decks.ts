/** The text of `lectern help decks`. */
export const DECKS_TOPIC = `
Edit the deck as Markdown

  lectern outline talk.txt        writes talk.deck.md beside the article
  lectern present talk.deck.md    shows each change at once
  lectern talk.deck.md            makes the files

Rules (---) separate the slides. "# Text" opens a part, "## Text" is a title,
:::notes holds what you say. Edit any line; move, remove and add slides as you
like. The comment above a slide takes these options, separated by commas:

  slide: an-id                its id; keep it, so that updates find your edits
  hidden                      do not show the slide
  layout: takeaways           another layout
  part: Text, part: none      the part that begins here
  background: "#10352d"       a colour, a gradient or a picture
  steps: true                 points appear one by one
  conflict                    written by an update; remove it once the slide and
                              its notes agree

Blocks give a slide a form. Each ends with ::: and has empty lines between its
paragraphs:

  :::notes                    what you say
  :::number                   the figure (42 %), then what it counts (of all
                              boats), then, if you like, a line about it
  :::quote                    the quotation, then the speaker
  :::comparison, :::columns   two or three headings (### Horn), with text, a
                              list, code or a picture under each
  :::timeline                 a list whose items begin with a date:
                              - 1997: The port opened

A picture or a listing is a separate slide in the file. In the deck, it shares a
slide with the text next to it if both fit.

When the article is corrected, --update brings the deck up to date and keeps
what you changed. Where both changed, your words stay and a warning shows the
new ones. A note names the other slides that changed with the article. The old
version of the file is kept as talk.deck.md.bak.

Examples:
  lectern outline talk.txt
  lectern outline talk.txt --update talk.deck.md
  lectern check talk.deck.md
`
