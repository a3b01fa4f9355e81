/**
 * The types that the templates are checked with, as one file of declarations. What a template may do is wider than
 * TypeScript: it reads through `null`, and shows what only some members of a union have. So the data is looked at
 * through `_View_`, which is as wide.
 */
export const DECLARATIONS = `
type _IsAny_<T> = 0 extends 1 & T ? true : false
type _AnyOf_<T> = T extends unknown ? keyof T : never
type _MemberOf_<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never
type _ListOf_<T> = Extract<T, readonly any[]>
type _FunctionOf_<T> = Extract<T, Function>
type _RecordOf_<T> = Exclude<Extract<T, object>, readonly any[] | Function>

/** Without null and undefined; of a union of objects, all their members; of what has no known shape, anything. */
type _View_<T> =
  _IsAny_<T> extends true ? any
  : unknown extends T ? any
  : [NonNullable<T>] extends [never] ? any
  : _ViewOf_<NonNullable<T>>
type _ViewOf_<T> =
  | Exclude<T, object>
  | _FunctionOf_<T>
  | ([_ListOf_<T>] extends [never] ? never : _View_<_ListOf_<T>[number]>[])
  | ([_RecordOf_<T>] extends [never] ? never : [_AnyOf_<_RecordOf_<T>>] extends [never] ? any : { [K in _AnyOf_<_RecordOf_<T>>]: _View_<_MemberOf_<_RecordOf_<T>, K>> })

/** The data of a page or component, and what only setData sets. */
type _Data_<T, Extra extends string> =
  _IsAny_<T> extends true ? any : { [K in keyof T]: _View_<T[K]> } & { [K in Exclude<Extra, keyof T>]: any }

type _ForItem_<T> = _IsAny_<T> extends true ? any : T extends readonly (infer I)[] ? I : T extends object ? T[keyof T] : any
type _ForIndex_<T> = T extends readonly any[] ? number : T extends object ? string : any
type _ForKey_<T, N> = any
declare function _key_<T>(list: T): _ForItem_<T>

/** What a property takes: one plain value stands for another, anything is true or false, and nothing is always sent on. */
type _Take_<T> =
  _IsAny_<T> extends true ? any
  : unknown extends T ? any
  : [NonNullable<T>] extends [never] ? any
  : _TakeOf_<NonNullable<T>> | null | undefined | false
type _TakeOf_<T> =
  | (Extract<T, string | number> extends never ? never : string | number | boolean)
  | (Extract<T, boolean | bigint | symbol | Function> extends never ? never : any)
  | ([_ListOf_<T>] extends [never] ? never : readonly _Take_<_ListOf_<T>[number]>[])
  | ([_RecordOf_<T>] extends [never] ? never : { [K in _AnyOf_<_RecordOf_<T>>]?: _Take_<_MemberOf_<_RecordOf_<T>, K>> })
type _PropertyType_<P> =
  P extends { optionalTypes: any } ? any
  : P extends WechatMiniprogram.Component.AllProperty ? WechatMiniprogram.Component.PropertyToData<P>
  : any

/** The attributes that a component takes: its properties, its external classes, and those of every component. */
type _Attributes_<P, Extra extends string> =
  _IsAny_<P> extends true ? any
  : { [K in keyof P]: _Take_<_PropertyType_<P[K]>> }
  & { [K in Exclude<Extra | 'id' | 'class' | 'style' | 'slot' | 'hidden', keyof P>]: any }
  & { [K in \`aria\${string}\` | \`bind\${string}\` | \`catch\${string}\` | \`data\${string}\`]: any }

/** What a written-out value is for a property: true if it fits, else what the property wants. */
type _Literal_<P, K, V extends string> = K extends keyof P ? _Fits_<_PropertyType_<P[K]>, V> : true
type _Fits_<T, V extends string> =
  _IsAny_<T> extends true ? true
  : [NonNullable<T>] extends [never] ? true
  : Extract<T, string> extends never
    ? Extract<T, number> extends never
      ? Extract<T, boolean> extends never
        ? V extends '' ? true : _ListOf_<T> extends never ? 'an object' : 'an array'
        : V extends 'false' ? 'true or false' : true
      : V extends '' | \`\${number}\` ? true : 'a number'
    : true

/** What behaviors bring along; one of no known type may bring anything. */
type _Mixed_<B> =
  _IsAny_<B> extends true ? any
  : B extends (infer One)[] ? _IsAny_<One> extends true ? any : unknown extends WechatMiniprogram.Component.BehaviorFieldTypes<One> ? any : {
      data: WechatMiniprogram.Component.MixinData<B>
      properties: WechatMiniprogram.Component.MixinProperties<B, true>
      methods: WechatMiniprogram.Component.MixinMethods<B>
    }
  : { data: unknown; properties: unknown; methods: unknown }
type _Properties_<P> = P extends WechatMiniprogram.Component.PropertyOption ? WechatMiniprogram.Component.PropertyOptionToData<P> : {}

declare function _page_<D extends WechatMiniprogram.Page.DataOption, C extends WechatMiniprogram.Page.CustomOption>(
  options: WechatMiniprogram.Page.Options<D, C>,
): { data: D; properties: {}; methods: C }
declare function _component_<
  D extends WechatMiniprogram.Component.DataOption,
  P extends WechatMiniprogram.Component.PropertyOption,
  M extends WechatMiniprogram.Component.MethodOption,
  B extends WechatMiniprogram.Component.BehaviorOption,
  I extends WechatMiniprogram.IAnyObject = {},
  IsPage extends boolean = false,
>(
  options: WechatMiniprogram.Component.Options<D, P, M, B, I, IsPage>,
): { data: D; properties: P; methods: M }
`
