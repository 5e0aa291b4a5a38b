/** Runs in the browser: shows one state after the other. */
import { languageTag, type Language } from '../../../call-centre/desk/shared/language'
import { paint } from '../../../call-centre/desk/shared/paint'
import { namesOf, type PageName, viewOf } from './states'

export interface Gallery {
  readonly names: (page: PageName) => readonly string[]
  readonly show: (page: PageName, name: string, language: Language) => void
}

const gallery: Gallery = {
  names: namesOf,
  show: (page, name, language) => {
    document.documentElement.lang = languageTag(language)
    const root = document.createElement('div')
    root.id = 'page'
    document.body.replaceChildren(root)
    paint(root, viewOf(page, name, language))
    // A story is looked at when it is open.
    document.querySelector('details')?.setAttribute('open', '')
  },
}

Object.assign(window, { gallery })
