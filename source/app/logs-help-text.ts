import {logLevels} from '../model/logs/log-level.ts';

/** What `dockmon logs --help` prints; the readme holds the same list of flags, checked by a test. */
export const logsHelpText = `
Usage
  $ dockmon logs [options] [CONTAINER | SERVICE | PROJECT]...

The logs of these, merged in the order of the engine's time stamps; of all that
run where none is named. A service is api or shop/api, one replica api-2.

Options
  -f, --follow          go on with what is written, through restarts and new replicas
  -S, --since TIME      90s, 15m, 2h, 2026-11-26, 2026-11-26T10:42:07Z or Unix seconds
  -n, --tail N          the last N entries of each container (default: all; 100 with -f)
  -g, --grep PATTERN    only what holds it: text, or /a regular expression/; small
                        letters find capitals too; looks at the first 16 KiB of
                        a line. Several have to be found all
      --exclude PATTERN not what holds it; may be given several times
      --level LEVEL     only what is at least so bad: ${logLevels.join(', ')}
      --stream NAME     only stdout or only stderr
  -t, --timestamps      the engine's time stamp before each line
      --json            one line of JSON for each line of the log
  -H, -c, --demo, --or-demo, --seed, --color, --no-color, --ascii
                        as without a command; see dockmon --help
  -h, --help            this text

Lines that belong together, such as a traceback, are found, hidden and printed as one.
Exit codes: 0 fine, 1 a log could not be read or a name means nothing, 2 wrong usage,
3 engine unreachable.
`;
