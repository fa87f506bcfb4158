import type { Edit } from '../../edit-source.ts'
import type { Dialect } from './dialect.ts'

/**
 * mdBook commands, such as `{{#include file.rs}}`, which are removed even in listings, because Lectern does not include
 * files.
 */
export const mdbook: Dialect = {
  name: 'mdbook',
  applies: (text) => /\{\{#\w/.test(text),
  edits: (text) =>
    [...text.matchAll(COMMAND)].map(
      ({ 0: { length }, index }): Edit => ({ span: [index, index + length], replacement: '' }),
    ),
  examples: [
    ['Run it.\n\n{{#include ../run.rs:here}}\n\nIt stops.', 'Run it.\nIt stops.'],
    ['Handlebars writes {{#if open}} for a condition.', 'Handlebars writes {{#if open}} for a condition.'],
  ],
}

const COMMAND = /^[ \t]*\{\{#(?:include|rustdoc_include|playground|quiz|title)\b[^{}\n]*\}\}[ \t]*$/gm
