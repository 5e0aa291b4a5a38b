import type { IvrKey } from 'tccc-wx-sdk/call'
import type { MediaConfig } from './media-config'

/** A menu read to the customer; each key leads to the queue, to the end, or to a menu below. */
export interface Menu {
  readonly prompt: string
  readonly keys: readonly MenuKey[]
}

export interface MenuKey extends IvrKey {
  readonly then: 'queue' | 'end' | Menu
  /** With `queue`: which group the call is for, in place of that of the channel. */
  readonly group?: string
}

/** Local time of the machine. `days`: 0 is Sunday. `from` and `to` are `HH:MM`; `to` may be `24:00`. */
export interface OpenHours {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

/** A date, as `2030-10-01`, on which the hours of the week do not count; without hours of its own nobody works. */
export interface Holiday {
  readonly date: string
  readonly hours: readonly Omit<OpenHours, 'days'>[]
}

/** Seats that take calls of one kind. */
export interface Group {
  readonly name: string
  /** How good each seat is at it: 1 is the best, 9 the least. Absent: every seat, at level 1. */
  readonly seats?: Readonly<Record<string, number>>
  /** A call that has waited so long may be taken by that group as well. */
  readonly overflow?: { readonly afterMs: number; readonly to: string }
}

export type Groups = Readonly<Record<string, Group>>

/** An entry channel: what a customer calls. */
export interface Channel {
  readonly name: string
  /** Absent: straight to the queue. */
  readonly ivr?: Menu
  /** Absent: always open. Empty: never. */
  readonly openHours?: readonly OpenHours[]
  /** Whose calls they are; a key of the menu may name another group. Absent: any seat's. */
  readonly group?: string
  /** 0 to 9: calls of a higher one are before all of a lower one, however long those have waited. */
  readonly priority: number
  /** The seat that talked with this customer last rings first, if it is free. */
  readonly lastSeatFirst: boolean
}

/** What a message of WeChat says, by one of the templates that the company has chosen there (功能 > 订阅消息). */
export interface MessageTemplate {
  readonly templateId: string
  /** The page that it opens, with its query, without a slash before it. `{channelId}` is filled in. Absent: none. */
  readonly page?: string
  /** By the template's keys. `{channel}`, `{time}` (`14:05`), `{minutes}` and `{seat}` are filled in; what is too long is cut. */
  readonly data: Readonly<Record<string, string>>
}

/** `turn`: it is the turn of a customer who kept a place. `reminder`: half of the time to come back is over. */
export type MessageKind = 'turn' | 'reminder'

/** The mini program whose customers call. Its secret stands in the environment: `TCCC_WECHAT_SECRET`. */
export interface WeChatConfig {
  readonly appId: string
  /** Where WeChat's server API is; another address than WeChat's own is for tests. */
  readonly apiUrl: string
}

/** How much of it is kept and shown: nothing, a part that tells customers apart, or all. */
export type Showing = 'none' | 'masked' | 'full'

/** What is kept of what customers have given of their profile at WeChat. */
export interface CustomerDetailsConfig {
  readonly nickName: Showing
  readonly phoneNumber: Showing
  /** Whose pictures of customers the desk may show, as `thirdwx.qlogo.cn`; empty: none, and none is kept. */
  readonly avatarHosts: readonly string[]
  /** Whether records, and so `cdrPushUrl`, hold it too. */
  readonly inRecord: boolean
}

/** PEM files, the certificate with its chain. */
export interface TlsConfig {
  readonly certFile: string
  readonly keyFile: string
}

export interface LogConfig {
  /** `text`: for a person at a terminal. `json`: a line each, for whoever collects them. */
  readonly format: 'text' | 'json'
  readonly level: 'debug' | 'info' | 'warn' | 'error'
}

/** What came of a call, to choose from; the code goes into the record. */
export interface Disposition {
  readonly code: string
  readonly label: string
}

/** A page of the company's own beside the call, as its CRM. */
export interface CompanyPageConfig {
  /** Over https. `{caller}`, `{sessionId}`, `{channel}`, `{nickName}`, `{phoneNumber}` and `{seatId}` are filled in, escaped. */
  readonly address: string
  /** Where its frame may go besides, as to a sign-in. */
  readonly origins: readonly string[]
}

/** The words from which agents choose, and how long they may write a talk up. */
export interface WorkstationConfig {
  readonly breakReasons: readonly string[]
  readonly declineReasons: readonly string[]
  readonly dispositions: readonly Disposition[]
  /** No call rings so long after a talk, unless the agent is done before; 0: the next one rings at once. */
  readonly wrapUpMs: number
  /** Absent: none. */
  readonly companyPage?: CompanyPageConfig
}

/** Customers who are to come back to a seat. */
export interface CallAgainConfig {
  /** A customer whose talk broke, and who calls so soon, comes first and to the same seat; 0: like everybody. */
  readonly brokenWithinMs: number
  /** For so long a customer whom an agent has called again comes first and to that seat. */
  readonly expectedForMs: number
}

/** What an agent sees beside a call of those that the same customer made before. */
export interface EarlierCallsConfig {
  /** 0 to 20; 0: nothing. */
  readonly shown: number
  /** `own`: a seat sees those that rang there; a supervisor at a seat sees all in any case. */
  readonly of: 'team' | 'own'
}

/** By what a supervisor judges the day, and what is an alarm on the operator's page. */
export interface SupervisionConfig {
  /** A call that is answered so soon is answered in time. */
  readonly answerWithinMs: number
  /** The part of the calls that should be; below it is an alarm, */
  readonly targetPercent: number
  /** once so many calls of the day count. */
  readonly targetCalls: number
  /** Who gives up before does not count. */
  readonly shortAbandonMs: number
  /** A call that waits longer is an alarm, */
  readonly waitAlarmMs: number
  /** so are so many that wait, */
  readonly waitingAlarm: number
  /** and a seat that is on a break for longer. */
  readonly breakAlarmMs: number
}

/** What customers are asked about a talk that is over. */
export interface RatingConfig {
  readonly question: string
  /** 1 is the worst, this the best. */
  readonly scale: number
  /** What may apply: the customer sees the label, and the record holds it. */
  readonly tags: readonly { readonly tag: string; readonly label: string }[]
  /** Whether the customer may write something, too. */
  readonly comment: boolean
  /** What is said to a customer who has rated. */
  readonly thanks: string
  /** Of a shorter talk nobody is asked. */
  readonly shortestTalkMs: number
  /** Who was asked is left in peace for so long. */
  readonly againAfterMs: number
  /** So long the record waits for its rating, before it goes to `cdrPushUrl`. */
  readonly recordWaitsMs: number
}

/** Messages of WeChat that the centre may send; which of them it sends, each customer decides. */
export interface MessagesConfig extends Readonly<Partial<Record<MessageKind, MessageTemplate>>> {
  /** Which version of the mini program a message opens. */
  readonly opens: 'formal' | 'trial' | 'developer'
}

/** Waiting without holding the line. */
export interface WaitingConfig {
  /** Who would wait so long, or has, is offered to leave and keep the place. */
  readonly offerAboveMs: number
  /** The customer is called when so many are before at most, this one included; 1: when nobody is. */
  readonly callAtPlace: number
  /** How long the customer has then to come back, */
  readonly backWithinMs: number
  /** and how long a place is kept whose turn does not come. */
  readonly keptForMs: number
}

/** Recordings of calls that phones may send. */
export interface RecordingsConfig {
  /** So long a recording is kept, and no longer than its record. */
  readonly keptDays: number
}

/** As long as any configuration lets a token of a customer live. */
export const longestTokenLifeMs = 86_400_000

/** The whole configuration, defaults filled in (they stand in `centre-config.schema.json`). */
export interface CentreConfig {
  readonly sdkAppId: string
  readonly channels: Readonly<Record<string, Channel>>
  readonly groups: Groups
  readonly holidays: readonly Holiday[]
  /** How long one seat rings before the next one does. */
  readonly ringTimeoutMs: number
  /** How long an IVR menu waits for a key before the call ends with `ivrEnd`. */
  readonly ivrTimeoutMs: number
  /** After so many rings that nobody answered the call ends with `seatGiveUp`; 0 never gives up. */
  readonly maxMissedRings: number
  /** Stands in for the mean talking time until calls were made. */
  readonly expectedTalkMs: number
  /** What happens to a waiting customer while no seat works. */
  readonly noSeatOnline: 'wait' | 'end'
  readonly workstation: WorkstationConfig
  readonly supervision: SupervisionConfig
  /** Names, as in the jsCode `name-random`, or user ids. */
  readonly blackList: readonly string[]
  readonly heartbeatMs: number
  /** For how long a lost link is kept. */
  readonly windowMs: number
  readonly tokenLifeMs: number
  /** Log-ins that are taken, of all customers together. */
  readonly maxLoginsPerMinute: number
  /** Requests to log in from one address, taken or not. */
  readonly maxLoginsPerMinuteOfSource: number
  /** Log-ins that are taken, of one customer. */
  readonly maxLoginsPerMinuteOfCustomer: number
  readonly maxLinks: number
  readonly maxSessions: number
  /** Origins, as `https://portal.example`, whose pages may show pages of this centre in a frame. */
  readonly frameAncestors: readonly string[]
  readonly media: MediaConfig
  /** Absent: plain HTTP, on this machine only or behind a proxy that speaks TLS. */
  readonly tls?: TlsConfig
  readonly log: LogConfig
  /** How long a centre that is told to stop waits for its calls. With a state folder it does not need to. */
  readonly drainMs: number
  /** On more than one machine: how long a node leads without an answer of Redis. Another one leads soon after. */
  readonly leaseMs: number
  /** Absent: for development, any code logs in whomever it names. */
  readonly wechat?: WeChatConfig
  /** Absent: none. It needs `wechat`. */
  readonly messages?: MessagesConfig
  readonly customerDetails: CustomerDetailsConfig
  readonly earlierCalls: EarlierCallsConfig
  readonly callAgain: CallAgainConfig
  /** Whether records, and so `cdrPushUrl`, hold what was written beside the voice. */
  readonly textInRecord: boolean
  /** Absent: nobody is offered it. It needs `messages.turn`. */
  readonly waiting?: WaitingConfig
  /** Absent: nobody is asked. */
  readonly rating?: RatingConfig
  /** Absent: none is taken, and none is kept. */
  readonly recordings?: RecordingsConfig
  /** Records and customers' details are erased when they are older; time in which no process runs does not count. */
  readonly recordsKeptDays: number
  /** A new key signs the tokens after so many days. */
  readonly tokenKeyDays: number
  /** Under which address browsers and phones reach the centre, as `https://calls.example`. Absent: under that of its port. */
  readonly publicUrl?: string
  /** Names under which the centre answers, besides that of `publicUrl` and those of its machine. */
  readonly hosts: readonly string[]
  /** Addresses of proxies, or networks as `10.0.0.0/8`, whose `X-Forwarded-…` is believed. Default: nobody's. */
  readonly trustProxy: readonly string[]
  /** Call records are posted here; absent: nowhere. */
  readonly cdrPushUrl?: string
}
