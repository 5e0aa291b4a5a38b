export { settings as centre } from '../../settings'
