/** The text of `lectern help themes`. */
export const THEMES_TOPIC = `
A theme of your own

A theme is a folder with a theme.yaml and, if you like, a theme.css. It is based
on one of the six bundled themes; its comments say what you can change.

  lectern theme list               the themes
  lectern theme new my-look        a folder to change (--from stage)
  lectern theme preview ./my-look  every layout on one sheet
  lectern theme check ./my-look    whether each word can be read (WCAG AA)

  name: my-look
  extends: lectern
  type: { base: 34, ratio: 1.25 }   # every size follows
  density: 0.9                      # less than 1: rows closer together
  canvas: { width: 960, height: 720 }   # 4:3; 16:9 if left out
  background: "#fbf7f0"             # of all layouts without one of their own
  layouts:
    title: { ground: deep, background: hall.jpg, veil: 0.6 }
  tokens:
    accent: "#b3261e"

Fonts: woff2, ttf or otf files in the folder (fonts: [{ family: My Sans, file:
my-sans.woff2 }], variable ones too) or an @fontsource package installed beside
the theme. theme.schema.json describes all tokens, such as those of code
(code-ground, code-accent …); with it, your editor completes and checks
theme.yaml. For a dark variant, copy the folder and change "name" and the
tokens. Charts have the colours accent and ink, unless theme.css has others
(except in PowerPoint): .slide { --series-1: #d6006c; --series-2: #0a7ac8 }

Examples:
  lectern theme new my-look --from stage
  lectern talk.txt --theme ./my-look
  lectern theme new acme --from acme.potx
`
