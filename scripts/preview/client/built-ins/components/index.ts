import { type BuiltIn, builtIn } from '../built-in'
import { knownTags } from '../known-tags'
import { button } from './button'
import { choice } from './choice'
import { choiceGroup } from './choice-group'
import { form } from './form'
import { icon } from './icon'
import { image } from './image'
import { input } from './input'
import { label } from './label'
import { navigationBar } from './navigation-bar'
import { navigator } from './navigator'
import { pageMeta } from './page-meta'
import { picker } from './picker'
import { placeholder } from './placeholder'
import { progress } from './progress'
import { richText } from './rich-text'
import { scrollView } from './scroll-view'
import { slider } from './slider'
import { swiper, swiperItem } from './swiper'
import { switchControl } from './switch'
import { text } from './text'
import { textarea } from './textarea'
import { view } from './view'

const plain = builtIn({ properties: {}, create: () => ({}) })

const implemented: Readonly<Record<string, BuiltIn>> = {
  view,
  text,
  button,
  input,
  textarea,
  image,
  icon,
  progress,
  'scroll-view': scrollView,
  swiper,
  'swiper-item': swiperItem,
  switch: switchControl,
  slider,
  picker,
  checkbox: choice('checkbox'),
  'checkbox-group': choiceGroup('checkbox'),
  radio: choice('radio'),
  'radio-group': choiceGroup('radio'),
  form,
  label,
  navigator,
  'cover-view': view,
  'cover-image': image,
  'rich-text': richText,
  'root-portal': plain,
  'custom-wrapper': plain,
  'page-meta': pageMeta,
  'navigation-bar': navigationBar,
}

/** Every built-in component by its tag; what the preview does not have is a marked place. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  Object.keys(knownTags).map(tag => [tag, implemented[tag] ?? placeholder(tag)]),
)
