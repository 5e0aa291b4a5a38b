// 换成您自己的呼叫中心的编号；这里是自带的呼叫中心的。
// Put the numbers of your own call centre here; these are the ones of the bundled call centre.
export const sdkAppId = '1400000000'
export const channelId = 'service'
