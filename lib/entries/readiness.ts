/** `tccc-wx-sdk/readiness`: whether this phone can call, before anybody dials. */
export * from '../app/readiness/check-readiness'
