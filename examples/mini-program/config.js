// 换成您自己的联络中心的编号；这里是附带的呼叫中心的。
// Put the numbers of your own contact centre here; these are the ones of the bundled call centre.
export const sdkAppId = '1400000000'
export const channelId = 'service'
