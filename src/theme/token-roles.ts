// The tokens of a theme, each with its purpose and the kind of its value.

/** The purpose of a token, as an editor of `theme.yaml` shows it, and the kind of its value. */
export interface TokenRole {
  readonly purpose: string
  readonly kind: 'colour' | 'value'
}

/** The tokens that the structure of every layout uses. A theme may add more, for its own rules. */
export const TOKEN_ROLES: Readonly<Record<string, TokenRole>> = {
  ...colourRoles({
    ground: 'The background of a slide',
    ink: 'Text on the background of a slide',
    muted: 'Secondary text: captions, sources, the foot',
    accent: 'Numbers, marks, a line that introduces points',
    'accent-ink': 'Text on the accent',
    line: 'Rules between rows',
    'line-strong': 'Rules that carry meaning',
    logo: 'A one-colour logo',
    deep: 'The other background, for slides that open and close',
    'deep-ink': 'Text on the deep background',
    'deep-muted': 'Secondary text on the deep background',
    'deep-accent': 'The accent on the deep background',
    'deep-accent-ink': 'Text on the accent of the deep background',
    'deep-line': 'Rules on the deep background',
    'deep-line-strong': 'Rules that carry meaning, on the deep background',
    'code-ground': 'The background of a listing',
    'code-ink': 'The text of a listing',
    'code-muted': 'The comments in a listing',
    'code-accent': 'The keywords in a listing',
    'code-string': 'The strings in a listing',
    'picture-ground': 'Behind the transparent parts of a picture',
    wall: 'The space next to a slide, on a screen with another aspect ratio',
    'foot-ground': 'The background of the foot of a slide, if it differs from that of the slide',
    'strip-ground': "The background behind an event's sponsors, if it differs from that of the slide",
    'mark-ground-title': "The background of the event's mark on the first slide",
    'mark-ground-closing': "The background of the event's mark on the last slide",
    'paper-ink': 'The text of a handout',
    'paper-muted': 'Secondary text of a handout',
    'paper-line': 'The rules of a handout',
    'paper-accent': 'The accent of a handout',
  }),
  ...valueRoles({
    'font-display': 'Titles and large text: a font stack; each character is set in the first family that has it',
    'font-text': 'All text except titles, large text and listings: a font stack',
    'font-mono': 'Listings: a font stack',
    'weight-display': 'The weight of titles',
    'weight-strong': 'The weight of emphasis',
    'size-display': 'The title of the talk',
    'size-part': 'The title of a part',
    'size-title': 'The title of a slide, if it is short',
    'size-statement': 'A statement',
    'size-number': 'One figure',
    'size-quote': 'A quotation',
    'size-lead': 'A line that introduces points',
    'size-body': 'Points and prose',
    'size-table': 'The cells of a table',
    'size-code': 'A listing',
    'size-formula': 'A formula',
    'size-small': 'Captions and the byline',
    'size-label': 'The foot and the name of the part; never content',
    'lead-text': 'The leading of text, as a multiple of its size',
    'lead-title': 'The leading of titles',
    'lead-display': 'The leading of the largest text',
    'track-title': 'The tracking of titles',
    'track-display': 'The tracking of the largest text',
    'measure-title': 'The greatest width of a title',
    'measure-text': 'The greatest width of text',
    'space-1': 'The smallest gap',
    'space-2': 'A small gap',
    'space-3': 'A gap between neighbours',
    'space-4': 'The gap between a title and what follows',
    'margin-top': 'The space above the title',
    'margin-start': 'The space before lines',
    'margin-end': 'The space after lines',
    'foot-height': 'The height of the foot',
    radius: 'The corners of listings, pictures and chips',
    transition: 'From slide to slide: none, fade, slide, convex, concave or zoom',
    'transition-time': 'How long a transition takes; nothing moves for people who prefer reduced motion',
  }),
}

function colourRoles(roles: Readonly<Record<string, string>>): Record<string, TokenRole> {
  return Object.fromEntries(Object.entries(roles).map(([name, purpose]) => [name, { purpose, kind: 'colour' }]))
}

function valueRoles(roles: Readonly<Record<string, string>>): Record<string, TokenRole> {
  return Object.fromEntries(Object.entries(roles).map(([name, purpose]) => [name, { purpose, kind: 'value' }]))
}
