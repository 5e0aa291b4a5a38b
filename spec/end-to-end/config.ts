import defaults from '../../call-centre/call-centre.json'

/** The bundled configuration, without a time to write a talk up: most stories here are of several calls at one seat. */
export const CONFIG = { ...defaults, workstation: { ...defaults.workstation, wrapUpMs: 0 } }
