import { checkConfig } from '../server/config/read-config'
import { pageHeaders } from '../server/http/page-headers'

const good = { sdkAppId: '1400000000', channels: { direct: { name: 'Direct' } } }
const withPage = (address: string, origins: readonly string[] = []) =>
  checkConfig({ ...good, workstation: { companyPage: { address, origins } } }).workstation.companyPage

describe('the address of the company’s page', () => {
  it('may have what is known of a call in its path and its query', () => {
    const address = 'https://crm.example:8443/of/{caller}?tel={phoneNumber}&nick={nickName}&c={channel}'
    expect(withPage(address, ['https://login.example'])).toEqual({ address, origins: ['https://login.example'] })
  })

  it.each([
    ['http://crm.example/'],
    ['javascript:alert(1)'],
    ['https://{caller}.example/'],
    ['https://crm.example{caller}/'],
    ['https://user:word@crm.example/'],
    ['https://crm.example/?who={customer}'],
    ['https://crm.example;script-src/'],
  ])('%s is refused', (address) => {
    expect(() => withPage(address)).toThrow('workstation.companyPage.address')
  })

  it.each([['http://a.example'], ['https://a.example/x'], ['https://*'], ["https://a.example 'self'"]])(
    'the origin %s is refused',
    (origin) => {
      expect(() => withPage('https://crm.example/', [origin])).toThrow('workstation.companyPage.origins')
    },
  )
})

it('a frame of the workstation shows its origins and no others, a frame of another page none', () => {
  const frames = ['https://crm.example', 'https://login.example']
  const policyOf = (path: string, of: readonly string[]) =>
    pageHeaders(path, { frameAncestors: [], mediaHosts: [], pictureHosts: [], frames: of })['content-security-policy']
  expect(policyOf('/workstation/', frames)).toContain('frame-src https://crm.example https://login.example;')
  expect(policyOf('/operator/', frames)).not.toContain('frame-src')
  expect(policyOf('/workstation/', [])).not.toContain('frame-src')
})
