/** Where the agent writes of the talk; it stays in place, typing and all, when the talk ends. */
import type { Choices } from '../../server/desk-messages'
import { limits } from '../../server/limits'
import { valueOf } from '../shared/form'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { keyCap, shortcut } from './keys'
import type { Act } from './ringing-stage'
import type { WrittenRemark } from './state'
import type { WorkstationWords } from './words'

const dispositionField = (remark: WrittenRemark, { dispositions }: Choices, words: WorkstationWords, act: Act): View =>
  h(
    'label',
    { class: 'field', key: 'disposition' },
    h('span', { class: 'label' }, words.disposition),
    h(
      'select',
      {
        'data-do': 'disposition',
        onchange: (event) => {
          const chosen = valueOf(event)
          act({ type: 'click/disposition', ...(chosen === '' ? {} : { disposition: chosen }) })
        },
      },
      h('option', { value: '', selected: remark.disposition === undefined }, words.noDisposition),
      ...dispositions.map(({ code, label }) =>
        h('option', { value: code, key: code, selected: remark.disposition === code }, label),
      ),
    ),
  )

export const remarkCard = (remark: WrittenRemark, choices: Choices, words: WorkstationWords, act: Act): View =>
  h(
    'section',
    { class: 'card remark', key: `remark-${remark.sessionId}`, 'aria-label': words.remark },
    h('h2', {}, words.remark),
    choices.dispositions.length > 0 && dispositionField(remark, choices, words, act),
    h(
      'label',
      { class: 'field', key: 'notes' },
      h('span', { class: 'label' }, words.notes, ' ', keyCap('notes')),
      h(
        'textarea',
        {
          rows: 4,
          maxlength: limits.notesUnits,
          'data-do': 'notes',
          ...shortcut('notes'),
          oninput: (event) => {
            act({ type: 'click/notes', notes: valueOf(event) })
          },
        },
        remark.notes,
      ),
      h('span', { class: 'quiet' }, words.notesHint),
    ),
  )
