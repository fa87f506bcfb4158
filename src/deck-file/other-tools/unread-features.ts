/** Features of other tools' decks that Lectern does not have. */
export type UnreadFeature =
  | 'active'
  | 'asides'
  | 'backgrounds'
  | 'cells'
  | 'styles'
  | 'components'
  | 'conditional'
  | 'imports'
  | 'remote'
  | 'shortcodes'

/** The message about each feature. */
export const UNREAD_MESSAGES: Readonly<Record<UnreadFeature, string>> = {
  active:
    'Scripts, styles and frames in this deck are left out: a Lectern deck runs and loads nothing. Write out what they show.',
  asides: 'Asides and footers of slides are in the notes. If the audience must see one, turn it into a point.',
  styles:
    'Classes, transitions, headers, footers and the like in this deck are ignored: the theme decides how slides look. Choose one with --theme.',
  backgrounds: 'Videos and web pages behind slides are not shown. Put a video on the slide itself: ![](film.mp4).',
  cells: 'Code cells in this deck are not run, so their results are missing. Insert a picture of what they show.',
  components: 'Components in this deck are not shown, only the words in them. Insert a picture of what they show.',
  conditional:
    'Content that this deck hides on slides, or shows only in other formats, is left out. Remove its condition to show it.',
  imports:
    'Slides are included only from Markdown files, and listings only from program files, in the folder of this file. Check the name, or copy the file into it.',
  remote: 'Backgrounds from the web are not shown: a Lectern deck loads nothing. Save them beside the deck.',
  shortcodes: 'Shortcodes in this deck are neither run nor shown. Write out what they show.',
}
