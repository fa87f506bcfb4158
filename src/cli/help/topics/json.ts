/** The text of `lectern help json`. */
export const JSON_TOPIC = `
The deck as data

--to json saves talk.json: each slide with its lines; for each line the spans of
the article that it comes from and the words that were added; each note; and how
many sentences are on slides, in notes and nowhere (always 0).

  { "lectern": "deck/1", "title", "language", "direction",
    "article": { "path", "text", "headings" },
    "slides": [ { "id", "layout", "part", "title",
                  "lines": [ { "text", "spans", "added", "kind", "weight" } ],
                  "note": { "text", "spans", "seconds", "cue" } } ],
    "coverage": { "sentences", "onSlides", "inNotes", "nowhere" },
    "messages": [ { "rule", "severity", "reason", "file", "line", "column" } ] }

Spans are [start, end) in UTF-16 units of article.text. Fields may be added but
are never renamed. "-o -" prints the file to standard output; "--report json"
prints only the messages there.

Examples:
  lectern talk.txt --to json
  lectern check talk.txt --report json
`
