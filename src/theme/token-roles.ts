/** What a token is for, as an editor shows it, and its schema. */
export interface Role {
  readonly what: string
  readonly kind: 'colour' | 'value'
}

/** The tokens that the structure of every layout uses. A theme may add more, for its own rules. */
export const ROLES: Readonly<Record<string, Role>> = {
  ...colours({
    ground: 'What a slide stands on',
    ink: 'The words on it',
    muted: 'Words that stand back: captions, sources, the foot',
    accent: 'Numbers, marks, a leading line',
    'accent-ink': 'Words on the accent',
    line: 'Rules between rows',
    'line-strong': 'Rules that carry meaning',
    logo: 'A logo of one colour',
    deep: 'The other ground, of slides that open and close',
    'deep-ink': 'The words on the deep ground',
    'deep-muted': 'Words that stand back, on the deep ground',
    'deep-accent': 'The accent, on the deep ground',
    'deep-accent-ink': 'Words on that accent',
    'deep-line': 'Rules, on the deep ground',
    'deep-line-strong': 'Rules that carry meaning, on the deep ground',
    'code-ground': 'What a listing stands on',
    'code-ink': 'A listing',
    'code-muted': 'Its comments',
    'code-accent': 'Its keywords',
    'code-string': 'Its strings',
    'picture-ground': 'Behind the transparent parts of a picture',
    wall: 'Beside a slide, on a screen of another shape',
    'foot-ground': 'What the foot of a slide stands on, where that is not its ground',
    'strip-ground': 'What the sponsors of an event stand on, likewise',
    'mark-ground-title': 'What the mark of an event stands on, on the first slide',
    'mark-ground-closing': 'The same on the last slide',
    'paper-ink': 'The words of a handout',
    'paper-muted': 'What stands back in a handout',
    'paper-line': 'The rules of a handout',
    'paper-accent': 'The accent of a handout',
  }),
  ...values({
    'font-display': 'Titles and large words: families, the first that has a letter shows it',
    'font-text': 'Everything else',
    'font-mono': 'Listings',
    'weight-display': 'The weight of titles',
    'weight-strong': 'The weight of what stands out',
    'size-display': 'The title of the talk',
    'size-part': 'The title of a part',
    'size-title': 'The title of a slide, a brief one',
    'size-statement': 'A statement',
    'size-number': 'One figure',
    'size-quote': 'A quotation',
    'size-lead': 'A line that leads to points',
    'size-body': 'Points and prose',
    'size-table': 'The cells of a table',
    'size-code': 'A listing',
    'size-formula': 'A formula',
    'size-small': 'Captions, the byline',
    'size-label': 'The foot and the name of the part; never content',
    'lead-text': 'The leading of text, as a factor of its size',
    'lead-title': 'The leading of titles',
    'lead-display': 'The leading of the largest words',
    'track-title': 'The tracking of titles',
    'track-display': 'The tracking of the largest words',
    'measure-title': 'The widest that a title runs',
    'measure-text': 'The widest that text runs',
    'space-1': 'The smallest gap',
    'space-2': 'A small gap',
    'space-3': 'A gap between neighbours',
    'space-4': 'The gap between a title and what follows',
    'margin-top': 'Over the title',
    'margin-start': 'Where lines begin',
    'margin-end': 'Where they end at the latest',
    'foot-height': 'The row of the foot',
    radius: 'The corners of listings, pictures and chips',
    transition: 'From slide to slide: none, fade, slide, convex, concave or zoom',
    'transition-time': 'How long that takes; nothing moves for those who ask for stillness',
  }),
}

function colours(roles: Readonly<Record<string, string>>): Record<string, Role> {
  return Object.fromEntries(Object.entries(roles).map(([name, what]) => [name, { what, kind: 'colour' }]))
}

function values(roles: Readonly<Record<string, string>>): Record<string, Role> {
  return Object.fromEntries(Object.entries(roles).map(([name, what]) => [name, { what, kind: 'value' }]))
}
