// The stylesheets for the dialogs, the messages, the pointer and the speaker view that a deck's scripts show.

/** Styles of the dialogs, messages and pointer over the slides, the same in every theme. */
export const STAGE_STYLES = `
.stage-dialog,.stage-toast,.stage-banner,.speaker{
--ui-ground:#15181b;--ui-raised:#1f2428;--ui-line:#3a4147;--ui-ink:#f4f3ef;--ui-muted:#aab2b8;--ui-good:#7fd1a3;--ui-slow:#f0c35e;--ui-late:#ff8f7a;--ui-mark:#8fc7ff;
--ui-scale:1;font-family:system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;color:var(--ui-ink)}
.stage-dialog{margin:auto;padding:22px 30px;border:1px solid var(--ui-line);border-radius:14px;background:var(--ui-ground);box-shadow:0 24px 80px #0009;font-size:calc(17px*var(--ui-scale));line-height:1.35;max-height:92vh;box-sizing:border-box;overflow:auto;text-align:start}
.stage-dialog::backdrop{background:#000a}
.stage-dialog h2{margin:0;font-size:1.3em;font-weight:600}
.stage-help{width:min(1040px*var(--ui-scale),92vw)}
.help-head{display:flex;justify-content:space-between;align-items:center;margin-block-end:10px}
.stage-help dl{margin:0;columns:2;column-gap:44px}
.help-row{display:grid;grid-template-columns:8.7em 1fr;gap:14px;padding:6px 0;break-inside:avoid;border-block-end:1px solid #262c31}
.help-row dt{display:flex;flex-wrap:wrap;gap:5px;align-content:start}
.help-row dd{margin:0}
.help-row kbd{padding:1px 8px;border:1px solid var(--ui-line);border-radius:6px;background:var(--ui-raised);font:500 .88em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;white-space:nowrap}
.dialog-close{padding:8px 20px;border:1px solid var(--ui-line);border-radius:8px;background:var(--ui-raised);color:inherit;font:inherit;cursor:pointer}
.stage-finder{width:min(760px*var(--ui-scale),92vw)}
.stage-finder input{box-sizing:border-box;width:100%;padding:12px 16px;border:1px solid var(--ui-line);border-radius:9px;background:var(--ui-raised);color:inherit;font:inherit;font-size:1.4em}
.stage-finder input::placeholder{color:var(--ui-muted)}
.stage-finder ul{margin:0;padding:0;list-style:none;max-height:52vh;overflow:auto}
.stage-finder li{display:grid;grid-template-columns:2.6em 1fr;gap:10px;padding:9px 12px;border-radius:8px;cursor:pointer}
.stage-finder li[aria-selected=true]{background:#2c4358}
.finder-number{color:var(--ui-muted);text-align:end;font-variant-numeric:tabular-nums}
.stage-finder li[aria-selected=true] .finder-number{color:var(--ui-ink)}
.finder-count{margin:12px 4px 8px;font-size:.88em;color:var(--ui-muted)}
.stage-overview{width:100vw;height:100vh;max-width:none;max-height:none;padding:32px;border:0;border-radius:0}
.overview-slides{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(260px*var(--ui-scale),40vw),1fr));gap:24px 20px}
.overview-slide{display:block;min-width:0;padding:0;border:0;border-radius:5px;background:none;color:var(--ui-muted);font:inherit;font-size:.94em;text-align:start;cursor:pointer}
.overview-slide[aria-current]{color:var(--ui-ink)}
.overview-name{display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden}
.overview-slide:focus-visible{outline-width:4px;outline-offset:5px}
.overview-picture{display:block;position:relative;margin-block-end:6px;aspect-ratio:var(--canvas-ratio);overflow:hidden;border-radius:5px;content-visibility:auto;contain-intrinsic-size:260px 146px}
.overview-picture>.slide{position:absolute;inset:0 auto auto 0;transform:scale(var(--picture-scale,.2));transform-origin:0 0}
:is(.stage-dialog,.stage-finder ul,.stage-banner,.speaker-note,.speaker-list){scrollbar-color:var(--ui-muted) var(--ui-ground)}
:is(.stage-dialog,.speaker) :focus-visible{outline:3px solid var(--ui-mark);outline-offset:2px}
.reveal .pause-overlay .resume-button:not(:hover,:focus-visible){opacity:0}
.stage-toast,.stage-banner{position:fixed;z-index:60;font-size:calc(17px*var(--ui-scale));line-height:1.4}
.stage-toast{inset:auto auto 28px 50%;transform:translateX(-50%);max-width:80vw}
.stage-toast:not(:empty){padding:9px 18px;border-radius:9px;background:var(--ui-ground)}
.stage-banner{inset:auto 0 0;max-height:40vh;overflow:auto}
.stage-banner:not(:empty){padding:10px 20px;background:var(--ui-ground);border-block-start:3px solid var(--ui-late)}
.stage-banner p{margin:0;overflow-wrap:anywhere}
.stage-paper{position:absolute;inset:0;width:100%;height:100%;z-index:40;overflow:visible;pointer-events:none;fill:none;stroke:#e8202e;stroke-width:5;stroke-linecap:round;stroke-linejoin:round}
.stage-dot{position:absolute;left:0;top:0;z-index:41;width:0;height:0;pointer-events:none}
.stage-dot:not([data-tool=""])::after{content:"";position:absolute;inset:-9px;border-radius:50%}
.stage-dot[data-tool=laser]::after{background:#ff1f2d;box-shadow:0 0 0 4px #ff1f2d55,0 0 22px 8px #ff1f2d88}
.stage-dot[data-tool=pen]::after{inset:-6px;border:2px solid #e8202e;background:#fff}
.stage-dot[data-tool=pen][data-down=true]::after{background:#e8202e}
body[data-tool=laser],body[data-tool=pen]{cursor:none}
body:is([data-tool=laser],[data-tool=pen]) .slides{user-select:none;pointer-events:none}
body:is([data-tool=laser],[data-tool=pen]) .reveal{touch-action:none}
html:has(.reveal-scroll){overscroll-behavior-x:none}
.reveal-scroll :is(.stage-paper,.stage-dot){display:none}
@media screen{.reveal-scroll .slide{outline:6px solid #888;outline-offset:-6px}}
@media (min-width:2400px){.stage-dialog,.stage-toast{--ui-scale:1.5}}
@media (min-width:3200px){.stage-dialog,.stage-toast{--ui-scale:2}}
@media (max-width:700px){.stage-help dl{columns:1}}
@media (forced-colors:active){.stage-dot,.stage-paper{forced-color-adjust:none}
.stage-toast:not(:empty){border:1px solid}
:is(.stage-finder li[aria-selected=true],.list-slide[aria-current]){outline:3px solid Highlight;outline-offset:-3px}
.speaker-bar{forced-color-adjust:none}}
@media print{.stage-dialog,.stage-toast,.stage-banner,.stage-paper,.stage-dot{display:none!important}}`

/** Styles of the speaker view: dark, for dark rooms, and large, for reading from a distance. */
export const SPEAKER_STYLES = `
body.is-speaker{margin:0;overflow:hidden;background:#15181b}
.speaker{position:fixed;inset:0;display:grid;grid-template:"head head head" auto "slides notes list" minmax(0,1fr) "slides more list" auto "bar bar bar" auto/minmax(0,1fr) minmax(0,1.1fr) clamp(220px,20vw,320px);gap:18px 24px;padding:16px 24px 14px;box-sizing:border-box;background:var(--ui-ground);font-size:17px;line-height:1.35;text-align:start}
:is(.speaker-label,.speaker-where,.speaker-next-name,.speaker-parts,.part-slides){margin:0;padding:0;list-style:none}
.speaker-head{grid-area:head;display:grid;grid-template-columns:repeat(4,auto);justify-content:space-between;gap:24px;align-items:end}
.speaker-figure{display:flex;flex-direction:column}
.speaker-figure-label{color:var(--ui-muted);font-size:16px}
.speaker-figure-value{font-size:clamp(32px,4.4vw,64px);font-weight:500;line-height:1.08;letter-spacing:-.02em;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
.speaker-figure[data-state=paused] .speaker-figure-value{color:var(--ui-slow)}
.speaker-figure[data-state=fresh] .speaker-figure-value{color:var(--ui-muted)}
[data-status=slow]{--status-colour:var(--ui-slow)}[data-status=late]{--status-colour:var(--ui-late)}[data-status=good]{--status-colour:var(--ui-good)}
.speaker-figure[data-status] .speaker-figure-value{color:var(--status-colour)}
.speaker-figure:last-child{min-width:9ch;text-align:end}
.speaker-slides{grid-area:slides;min-height:0;overflow:hidden}
.speaker-next{display:flex;flex-direction:column;gap:8px;margin-block-start:8px}
.speaker-label{margin-block-start:6px;font-size:16px;font-weight:400;color:var(--ui-muted)}
.speaker-current{position:relative;flex:none;width:100%;aspect-ratio:var(--canvas-ratio);overflow:hidden;border-radius:6px}
.speaker-current .reveal{position:absolute;inset:0;width:100%;height:100%}
.speaker-where{color:var(--ui-muted);font-variant-numeric:tabular-nums}
.speaker-next-slide{position:relative;flex:none;width:62%;aspect-ratio:var(--canvas-ratio);overflow:hidden;border-radius:5px;background:var(--ui-raised)}
.speaker-next-slide>.slide{position:absolute;inset:0 auto auto 0;transform:scale(var(--next-scale,.3));transform-origin:0 0}
.speaker-next-name{overflow:hidden;text-overflow:ellipsis;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;flex:none}
.speaker-note{grid-area:notes;overflow:auto;padding:4px 18px 40px 4px;border-radius:6px;font-family:var(--font-text);font-size:var(--note-size,28px);line-height:1.4;overflow-wrap:anywhere}
.speaker-more{grid-area:more;margin:-14px 4px -8px;color:var(--ui-mark);font-size:16px}
.speaker-more[data-more=false]{visibility:hidden}
.speaker-note p{margin:0 0 .7em}
.speaker-note :is(ul,ol,table,pre,blockquote){margin:0 0 .7em;padding:0}
.speaker-note :is(ul,ol){padding-inline-start:1.1em}
.speaker-note li>:is(ul,ol){margin-block:.3em}
.speaker-note ol{padding-inline-start:1.6em}
.speaker-note ul{list-style:disc}
.speaker-note ol ol{list-style:lower-alpha}
.speaker-note ol ol ol{list-style:lower-roman}
.speaker-note li:has(>.task-box){list-style:none}
.speaker-note li{margin-block-end:.3em}
.speaker-note table{border-collapse:collapse}
.speaker-note td{padding:.2em .8em .2em 0;border-block-end:1px solid var(--ui-line);vertical-align:top}
.speaker-note pre{white-space:pre-wrap;font-size:.8em;font-family:ui-monospace,"Noto Sans Mono",monospace}
.speaker-note blockquote{padding-inline-start:.7em;border-inline-start:3px solid var(--ui-line)}
.speaker-note .note-heading{font-weight:700}
.speaker-note :is(.note-footnote,.note-caption,.address,.unspoken){color:var(--ui-muted);font-size:.8em}
.speaker-note .note-cue{color:var(--ui-mark)}
.speaker-note .speaker-silent{color:var(--ui-muted)}
.speaker-list{grid-area:list;min-height:0;overflow:auto;border-inline-start:1px solid var(--ui-line);padding-inline-start:16px;scrollbar-width:thin}
.speaker-part{margin:14px 8px 4px;font-weight:600}
.part-name,.part-time{display:block}
.part-time{color:var(--status-colour,var(--ui-muted));font-weight:400;font-variant-numeric:tabular-nums}
.list-slide{display:grid;grid-template-columns:26px 1fr;gap:8px;width:100%;padding:5px 8px;border:0;border-radius:6px;background:none;color:inherit;font:inherit;font-size:16px;line-height:1.3;text-align:start;cursor:pointer}
.list-title{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.list-slide:hover{background:var(--ui-raised)}
.list-slide[aria-current]{background:#2c4358}
.list-number{color:var(--ui-muted);text-align:end;font-variant-numeric:tabular-nums}
.list-slide[aria-current] .list-number{color:inherit}
.speaker-bar{grid-area:bar;position:relative;height:8px;border-radius:4px;overflow:hidden;background:linear-gradient(90deg,var(--ui-muted) calc(var(--elapsed,0)*100%),var(--ui-raised) 0)}
.speaker-bar::after{content:"";position:absolute;inset-block:0;left:calc(var(--planned,0)*(100% - 4px));width:4px;background:var(--ui-mark)}
@media (max-width:1099px){.speaker{grid-template:"head head" auto "slides notes" minmax(0,1fr) "slides more" auto "bar bar" auto/minmax(0,1fr) minmax(0,1.15fr)}.speaker-list{display:none}
.speaker[data-list] .speaker-list{display:block;grid-area:notes;z-index:2;background:var(--ui-ground)}}
@media (min-width:1100px){.speaker[data-list]{grid-template-columns:minmax(0,1fr) minmax(0,1.3fr) 0}.speaker[data-list] .speaker-list{display:none}}
@media (max-width:700px) and (max-aspect-ratio:3/4){.speaker{grid-template:"head" auto "slides" auto "notes" minmax(30%,1fr) "more" auto "bar" auto/minmax(0,1fr)}.speaker-head{grid-template-columns:repeat(2,auto)}.speaker-label{display:none}.speaker-next{flex-flow:row wrap;align-items:center;gap:8px 14px}.speaker-where{flex:1 0 100%}.speaker-next-slide{width:42%}.speaker-next-name{flex:1 1 0;min-width:0}.speaker[data-list] .speaker-list{grid-area:slides/1/notes/2}}`
