// The texts of `lectern help <topic>`.

import type { TopicName } from './topic-summaries.ts'
import { CHARTS_TOPIC } from './topics/charts.ts'
import { DECKS_TOPIC } from './topics/decks.ts'
import { EVENTS_TOPIC } from './topics/events.ts'
import { HANDOUTS_TOPIC } from './topics/handouts.ts'
import { INPUTS_TOPIC } from './topics/inputs.ts'
import { JSON_TOPIC } from './topics/json.ts'
import { KEYS_TOPIC } from './topics/keys.ts'
import { LIMITS_TOPIC } from './topics/limits.ts'
import { MACHINE_TOPIC } from './topics/machine.ts'
import { MESSAGES_TOPIC } from './topics/messages.ts'
import { POWERPOINT_TOPIC } from './topics/powerpoint.ts'
import { THEMES_TOPIC } from './topics/themes.ts'

/** The topics. Their texts are at most 80 columns wide. */
export const TOPICS: readonly { readonly name: TopicName; readonly text: string }[] = [
  { name: 'inputs', text: INPUTS_TOPIC },
  { name: 'keys', text: KEYS_TOPIC },
  { name: 'handouts', text: HANDOUTS_TOPIC },
  { name: 'themes', text: THEMES_TOPIC },
  { name: 'events', text: EVENTS_TOPIC },
  { name: 'decks', text: DECKS_TOPIC },
  { name: 'powerpoint', text: POWERPOINT_TOPIC },
  { name: 'charts', text: CHARTS_TOPIC },
  { name: 'json', text: JSON_TOPIC },
  { name: 'limits', text: LIMITS_TOPIC },
  { name: 'messages', text: MESSAGES_TOPIC },
  { name: 'machine', text: MACHINE_TOPIC },
]
