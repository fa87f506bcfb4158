/** The text of `lectern help machine`. */
export const MACHINE_TOPIC = `
Browser, fonts, proxy, WSL, root. "lectern doctor" checks them all.

Browser   A Chrome, Chromium or Edge of version 131 or later measures the slides
          and prints PDFs. --browser, or else PUPPETEER_EXECUTABLE_PATH, names
          one. On Linux x64, one comes with Lectern and is unpacked once into
          ~/.cache/lectern (or $XDG_CACHE_HOME/lectern): 190 MB, which may be
          deleted. To install one on other systems:
            npx puppeteer browsers install chrome-headless-shell
          Without a browser, HTML and JSON are saved, unmeasured.
Root      Chrome has no sandbox as root, or without user namespaces. Even so,
          nothing in a deck runs or loads. To have the sandbox, run Lectern as
          another user.
Fonts     Latin, Greek, Cyrillic, Arabic, Hebrew and emoji come with Lectern.
          Chinese, Japanese and Korean come from the machine (Debian, Ubuntu:
          apt-get install fonts-noto-cjk), or from a package that a theme names,
          such as @fontsource/noto-sans-sc.
WSL       Works like Linux. "present" opens the Windows browser.
Proxy     Only addresses that you type are fetched, without a proxy. npm needs
          its own settings:
            npm config set proxy http://proxy.example:8080

Examples:
  lectern doctor
  lectern talk.txt --browser /usr/bin/chromium
`
