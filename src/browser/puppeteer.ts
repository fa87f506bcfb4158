/**
 * The parts of Puppeteer that Lectern uses. Without the code that finds and launches browsers, which we do ourselves,
 * it loads in a third of the time.
 */
export {
  type Browser,
  type CDPSession,
  type ConnectionTransport,
  connect,
  type Page,
  ProtocolError,
  TimeoutError,
} from 'puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js'
