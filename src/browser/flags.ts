import puppeteer from 'puppeteer-core'

export type Sandbox = 'kept' | 'off'

export interface Flagged {
  /** The folder of the fresh profile. */
  readonly profile: string
  readonly sandbox: Sandbox
}

/** The command line of a browser that draws the same everywhere and reaches nothing. */
export function flags({ profile, sandbox }: Flagged): readonly string[] {
  return [
    ...puppeteer.defaultArgs({ headless: true, userDataDir: profile }).filter((flag) => flag !== FIRST_PAGE),
    // Every page is lent; one that nobody asked for costs a full Chrome half a second.
    '--no-startup-window',
    ...ALIKE,
    ...APART,
    ...(sandbox === 'off' ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
  ]
}

/** What Puppeteer has a browser open at first. */
const FIRST_PAGE = 'about:blank'

/** What would let two machines draw one page in two ways. */
const ALIKE = [
  '--disable-gpu',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=en-US',
] as const

/**
 * No way out: every name and address fails, loopback too, behind a proxy that is not there. This holds where a page's
 * own refusals do not reach: prefetching, web sockets, workers, new windows.
 */
const APART = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--block-new-web-contents',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-default-browser-check',
  '--no-pings',
] as const
