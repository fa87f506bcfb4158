// Paragraphs about a harbour, each with enough to say for a slide of its own.

export const LOCK =
  'The harbour authority will close the old lock in May after engineers found cracks in both of its gates. The repair costs four million pounds and takes six months.'
export const QUAY =
  'The quay carries four cranes and earns the town two million pounds a year. A fifth crane will double what ships can unload in a day.'
export const LIGHT =
  'The light must be replaced before the winter because its lamp burns gas from works that no longer exist. A new lamp saves the town a tenth of its budget for power.'
