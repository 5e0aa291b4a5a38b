/** The phone's `wx`: what call pages and this package use of it. */
import { accountApi } from './account'
import { dialogueApi } from './dialogue'
import { environmentApi } from './environment'
import { filesApi } from './files'
import { innerAudioApi } from './inner-audio'
import { mediaContextApi } from './media-context'
import { permissionApi } from './permission'
import { requestApi } from './request'
import { socketApi } from './socket'
import { storageApi } from './storage'
import { systemApi } from './system'

export const wx = {
  ...accountApi,
  ...dialogueApi,
  ...environmentApi,
  ...filesApi,
  ...innerAudioApi,
  ...mediaContextApi,
  ...permissionApi,
  ...requestApi,
  ...socketApi,
  ...storageApi,
  ...systemApi,
}
