/** The language of fault rules, for `--help`. */
export const faultHelp = `Faults, one rule a line: what it is about, what happens, and when. The first rule that applies
decides, only delays add up; lines that begin with # are comments.

  GET /containers/*/stats hang after 10s for 5s
  * delay 800ms every 3rd
  /containers/json cut at 4096 once
  events replay 100
  clock +10m
  api 1.44-1.52

  [METHOD] PATH ...     requests; * is any path, in a path * is one part and ** any number of them
    refuse              the connection is closed without a byte
    hang                accepted, never answered
    delay TIME          the right answer, later
    cut at BYTES        closed after so many bytes of the body or of the stream; at 0 of an answer
                        without a body, such as that to a stop: it is done, and no answer comes
    reset at BYTES      the same by an RST on tcp
    stall at BYTES      silent after so many bytes, the connection stays open
    body KIND           instead: html, empty, null, number, text, list, object, half or binary
    status CODE ["TEXT"]   an error with this message, or 304: it is so already
  events [ACTION] ...   what the engine tells of itself; ACTION is Docker's word, such as die
    lost, duplicated    it never comes, or twice
  events replay N       the last N come again whenever a stream of events is opened
  clock +TIME, -TIME    the engine's clock and all its stamps are ahead or behind;
                        +TIME may be followed by "after TIME"
  api OLDEST-NEWEST     the API versions that are spoken

  When, in any order: after TIME, until TIME or for TIME, every Nth, N%, once or N times.
  A TIME is 800ms, 1.5s, 10m or 2h, counted from the start.
`;
