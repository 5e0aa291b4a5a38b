/**
 * What is used of Tencent's own library, which has no types. By its file: the package.json names `main` twice, which
 * resolvers that read JSON strictly refuse.
 */
declare module 'tls-sig-api-v2/TLSSigAPIv2.js' {
  export class Api {
    constructor(sdkAppId: number, secretKey: string)
    /** Ids of ASCII signs only. `expire` is in seconds from now. */
    genUserSig(userId: string, expire: number): string
    /** `privileges`: 1 create, 2 enter, 4 send and 8 receive sound, 16 send and 32 receive pictures. */
    genPrivateMapKeyWithStringRoomID(userId: string, expire: number, roomId: string, privileges: number): string
  }
}
