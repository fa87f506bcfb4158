import { connect } from 'node:net'

/** The number of milliseconds to wait for an answer: some requests get none. */
const PATIENCE = 40

/**
 * Sends one bad request, a different one for each seed, and returns the answer. Half-open requests are left hanging for
 * a while and are then dropped without an answer.
 */
export function badRequest(port, seed) {
  const make = MAKERS[seed % MAKERS.length] ?? (() => '')
  const text = make(port, Math.floor(seed / MAKERS.length))
  return new Promise((resolve) => {
    const chunks = []
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const end = () => {
      socket.destroy()
      resolve(Buffer.concat(chunks).toString('latin1'))
    }
    const timer = setTimeout(end, PATIENCE)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', end)
    socket.on('close', () => {
      clearTimeout(timer)
      end()
    })
  })
}

const head = (first, host, rest = '') => `${first} HTTP/1.1\r\nHost: ${host}\r\n${rest}\r\n`
const own = (port) => `127.0.0.1:${port}`

const PATHS = [
  '/../package.json',
  '/../../../../etc/passwd',
  '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/..%5c..%5cpackage.json',
  '/....//....//etc/passwd',
  '/%00',
  '/index.html%00.txt',
  '/C:/Windows/win.ini',
  '/file:///etc/passwd',
  '//etc/passwd',
  '/%c0%ae%c0%ae/etc/passwd',
  '/package.json',
  '/node_modules/',
  '/constructor',
  '/__proto__',
]
const METHODS = ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PATCH', 'PROPFIND', 'CONNECT', 'BREW', 'get']
const HOSTS = [
  'evil.example',
  'evil.example:4321',
  '127.0.0.2',
  '127.0.0.1.evil.example',
  'localhost.evil',
  '[::2]:4321',
  'localhost:123456',
  '',
]

const pick = (list, number) => list[number % list.length] ?? ''

const MAKERS = [
  (_, number) => head('GET /', pick(HOSTS, number)),
  (port, number) => head(`GET ${pick(PATHS, number)}`, own(port)),
  (port, number) => head(`${pick(METHODS, number)} /`, own(port), 'Content-Length: 5\r\n'),
  (port, number) => head('GET /', own(port), `X-Large: ${'a'.repeat(9_000 + number)}\r\n`),
  (port, number) => head('GET /nothing', own(port), 'X-Many: a\r\n'.repeat(500 + number)),
  (port) => head('GET /events', own(port), 'Origin: https://evil.example\r\n'),
  (port, number) => `GET / HTTP/1.1\r\nHost: ${own(port)}\r\nX-Slow: ${number}`,
  () => '',
  (_, number) => String.fromCharCode(...Array.from({ length: 64 }, (_, at) => (number * 31 + at * 17) % 256)),
  (port) => head('GET http://evil.example/', own(port)),
  (port) => head('POST /nothing', own(port), 'Transfer-Encoding: chunked\r\nContent-Length: 4\r\n'),
  (port, number) => head(`GET /${'a'.repeat(7_000 + number)}`, own(port)),
  () => 'GET /nothing HTTP/9.9\r\n\r\n',
  (port) => head('GET /nothing', own(port), 'Upgrade: websocket\r\nConnection: Upgrade\r\n'),
]
