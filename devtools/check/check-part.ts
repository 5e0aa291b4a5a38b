/** What is wrong with a page or a component: its template, its handlers, and the tags that it names. */
import { type Finding, found } from './findings'
import { isOurs, joined, lineOfKey, type MiniProgram, type Part } from './mini-program'
import { misreadIn, PAYLOADS, payloadOf } from './payloads'
import { undeclaredIn } from './names'
import { declared, isFunction, lineOf, readScript, type Registered, type Script } from './script'
import { readTemplate, type Tag, type Template } from './template'
import { WECHAT_TAGS } from './wechat-tags'

const BINDING = /^(?:capture-)?(?:mut-)?(?:bind|catch):?([A-Za-z][\w-]*)$/
const NAME = /^[A-Za-z_$][\w$]*$/
/** The sub-components of the package beside the main one. */
const SUB_COMPONENTS = ['index', 'pusher', 'player', 'panel', 'bar', 'rating-card', 'waiting-card', 'inspector']

interface Read {
  readonly file: string
  readonly template: Template
}

/** The template of a part, and those that it imports or includes; a circle ends. */
const templatesOf = ({ files, root }: MiniProgram, { path: part }: Part): readonly Read[] => {
  const read = new Map<string, Read>()
  const queue = [`${part}.wxml`]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const text = files.get(file)
    if (text === undefined || read.has(file)) continue
    const template = readTemplate(text)
    read.set(file, { file, template })
    for (const { name, attributes } of template.tags) {
      const src = attributes.find((attribute) => attribute.name === 'src')?.value
      if (src === undefined || (name !== 'import' && name !== 'include')) continue
      const path = src.startsWith('/') ? root + joined('', src) : joined(file, src)
      queue.push(path.endsWith('.wxml') ? path : `${path}.wxml`)
    }
  }
  return [...read.values()]
}

/** The tags of a part for this component of the package, those of its imported templates included. */
export const tagsFor = (program: MiniProgram, part: Part, component: string): readonly Tag[] =>
  templatesOf(program, part)
    .flatMap(({ template }) => template.tags)
    .filter(({ name }) => isOurs(part.uses.get(name) ?? '') && part.uses.get(name)?.endsWith(`/${component}`) === true)

const scriptOf = ({ files }: MiniProgram, path: string): string | undefined =>
  [`${path}.js`, `${path}.ts`].find((file) => files.has(file))

const checkTag = ({ uses }: Part, { name, line }: Tag, file: string): readonly Finding[] => {
  if (WECHAT_TAGS.has(name) || uses.has(name)) return []
  return name.startsWith('tccc-')
    ? [found('COMPONENT_NOT_REGISTERED', { file, line }, name)]
    : [found('TAG_UNKNOWN', { file, line }, name)]
}

/** Null when all is well, or when what the script registers cannot be read. */
const missing = (handler: string, binding: string, script: string, registered: Registered): Said | null => {
  if (registered.handlers.has(handler)) return null
  if (registered.misplaced.has(handler)) return (place) => found('HANDLER_MISPLACED', place, handler, script)
  return registered.open ? null : (place) => found('HANDLER_MISSING', place, handler, binding, script)
}

type Said = (place: { readonly file: string; readonly line: number }) => Finding

const misread = (handler: string, event: string, file: string, { tree, registered }: Script): readonly Finding[] => {
  const given = registered?.handlers.get(handler)
  const handles = given?.type === 'Identifier' ? declared(tree, given.name) : given
  if (!isFunction(handles)) return []
  return misreadIn(handles, event).map(({ field, line }) =>
    found('PAYLOAD_OFF_EVENT', { file, line }, field, handler, event),
  )
}

interface Handling {
  readonly file: string
  readonly script: Script
}

const checkBindings = (part: Part, tag: Tag, file: string, { script, ...of }: Handling): readonly Finding[] => {
  const isMain = /^(.*\/)?tccc-wx-sdk(\/(index|panel))?$/.test(part.uses.get(tag.name) ?? '')
  return tag.attributes.flatMap(({ name, value, line }) => {
    const event = BINDING.exec(name)?.[1]
    if (event === undefined || value === '') return []
    const place = { file, line }
    const known = Object.keys(PAYLOADS).join(', ')
    const unknown = isMain && payloadOf(event) === null ? [found('EVENT_UNKNOWN', place, event, known)] : []
    if (!NAME.test(value) || script.registered === null) return unknown
    // `catchtouchmove="true"` swallows the event and calls nothing.
    const swallows = name.includes('catch') && (value === 'true' || value === 'false')
    const fault = swallows ? null : missing(value, name, of.file, script.registered)
    const misreads = isMain ? misread(value, event, of.file, script) : []
    return [...unknown, ...(fault === null ? [] : [fault(place)]), ...misreads]
  })
}

const checkUses = ({ files, root }: MiniProgram, { path, uses }: Part): readonly Finding[] => {
  const file = `${path}.json`
  const text = files.get(file) ?? ''
  return [...uses].flatMap(([tag, to]) => {
    const sub = /tccc-wx-sdk(?:\/(.+))?$/.exec(to)?.[1] ?? 'index'
    const at = to.startsWith('/') ? root + joined('', to) : joined(path, to)
    const isThere = isOurs(to)
      ? SUB_COMPONENTS.includes(sub)
      : !/^[./]/.test(to) || [at, `${at}/index`].some((each) => files.has(`${each}.json`))
    return isThere ? [] : [found('COMPONENT_MISSING', { file, line: lineOfKey(text, tag) }, tag, to)]
  })
}

const checkScript = (program: MiniProgram, path: string): readonly [Handling | null, readonly Finding[]] => {
  const file = scriptOf(program, path)
  const read = file === undefined ? undefined : readScript(program.files.get(file) ?? '')
  if (file === undefined || read === undefined) return [null, []]
  if ('tree' in read) {
    const slips = undeclaredIn(read.tree).map((node) => found('NAME_UNKNOWN', { file, line: lineOf(node) }, node.name))
    return [{ file, script: read }, slips]
  }
  const { line, message } = read
  const code = file.endsWith('.ts') ? 'TYPESCRIPT_NOT_READ' : 'SCRIPT_BROKEN'
  return [null, [found(code, { file, line }, message)]]
}

const checkFiles = (program: MiniProgram, { path }: Part): readonly Finding[] => {
  if (!program.pages.includes(path)) return []
  const template = program.files.has(`${path}.wxml`) ? [] : [`${path}.wxml`]
  const script = scriptOf(program, path) === undefined ? [`${path}.js`] : []
  const file = `${program.root}app.json`
  const line = lineOfKey(program.files.get(file) ?? '', path.slice(program.root.length))
  return [...template, ...script].map((each) => found('PAGE_MISSING', { file, line }, each))
}

/** A page that app.json does not list, and that nobody uses, stops nothing: what is wrong there is a warning. */
export const checkPart = (program: MiniProgram, part: Part): readonly Finding[] => {
  const [handling, script] = checkScript(program, part.path)
  const templates = templatesOf(program, part).flatMap(({ file, template: { tags, faults } }) => [
    ...faults.map(({ kind, line, name }) => found('TEMPLATE_BROKEN', { file, line }, kind, name)),
    ...tags.flatMap((tag) => checkTag(part, tag, file)),
    ...(handling === null ? [] : tags.flatMap((tag) => checkBindings(part, tag, file, handling))),
  ])
  const findings = [...checkFiles(program, part), ...checkUses(program, part), ...templates, ...script]
  return part.page !== null ? findings : findings.map((finding) => ({ ...finding, severity: 'warning' as const }))
}
