/** The text of `lectern help charts`. */
export const CHARTS_TOPIC = `
Charts, diagrams, formulas, media

A table of numbers becomes a chart if that is clearly better. Or ask for one:

  \`\`\`chart
  type: line                # or bar, or share; by default, the best type
  unit: boats a day
  data: |
    Year, Upper lock, Lower lock
    2019, 120, 84
    2020, 61, 70
  \`\`\`

\`\`\`mermaid listings become diagrams, drawn offline in the colours of the theme.
$…$ and $$…$$ are formulas. ![Words](picture.jpg) on a line of its own is an
image; video (.mp4, .webm) and sound (.mp3, .wav) are written in the same way.
All files must be in the article's folder, and are embedded.
`
