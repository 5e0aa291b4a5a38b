import type { CentreConfig } from '../server/config/centre-config'
import { checkConfig } from '../server/config/read-config'

const menu = {
  prompt: 'Press 1, 2 or 9',
  keys: [
    { key: '1', label: 'Sales', then: 'queue' },
    {
      key: '2',
      label: 'Support',
      then: { prompt: 'Press *', keys: [{ key: '*', label: 'Phones', then: 'queue' }] },
    },
    { key: '9', label: 'Goodbye', then: 'end' },
  ],
}

/** A small call centre: two rings of ten seconds a minute of menu. */
export function testConfig(more: Partial<CentreConfig> = {}): CentreConfig {
  return checkConfig({
    sdkAppId: '1400000000',
    channels: {
      menu: { name: 'Menu', ivr: menu },
      direct: { name: 'Direct' },
      office: { name: 'Office', openHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }] },
      closed: { name: 'Closed', openHours: [] },
    },
    ringTimeoutMs: 10_000,
    blackList: ['mallory'],
    ...more,
  })
}
