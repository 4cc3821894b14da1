/** What `--help` prints, where the keys are as they are without a configuration; the readme holds the same list of flags, checked by a test. */
export const helpText = `
Usage
  $ dockmon [options]
  $ dockmon logs [options] [CONTAINER | SERVICE | PROJECT]...; see dockmon logs --help
  $ dockmon shell [options] CONTAINER [COMMAND]...; see dockmon shell --help
  $ dockmon demo-engine --listen unix://PATH [--containers N] [--stopped N] [--seed S]
                        [--fault RULE]... [--faults FILE]

Options
  -H, --host URL        engine to watch: unix:///path, tcp://host:port or
                        ssh://[user@]host[:port][/path/of/its/socket]
  -c, --context NAME    Docker context to use
  -a, --all             stopped containers too (the default); --no-all: only running ones,
                        on the screen, with --once and with --json
  -i, --interval MS     time between two samples of what is on the screen, 250 to 60000
                        (default 1000; 2000 where the engine must be asked)
      --no-cgroup       ask the engine for all figures, also where the files of the
                        kernel could be read
      --read-only       change nothing: what does is not there, and nothing but GET and HEAD
                        is ever sent to the engine
      --once            print one table with real figures and end
      --json            print one snapshot as JSON and end
      --demo            watch the embedded demo engine
      --or-demo         watch the demo engine where no real one answers
      --seed N          of the demo engine (default 1)
      --color LEVEL     none, 16, 256 or 24bit; by default what the terminal can do
      --no-color        without colours, as with NO_COLOR
      --theme NAME      dark, light, contrast, nord, gruvbox, dracula, catppuccin,
                        tokyo-night, gruvbox-light, solarized-light, or a file; by default
                        dark or light, as the terminal says its background is
      --light           the theme light
      --ascii           nothing but ASCII characters
      --no-mouse        leave the mouse to the terminal, as m does
      --screen-reader   the same keys, and lines of words instead of a screen
      --config PATH     another configuration than $XDG_CONFIG_HOME/dockmon/config.yaml
      --print-config    print all settings that hold, each with who said so, and end
      --reset           put a terminal right that a program left broken, and end; where
                        Enter does nothing Ctrl+J does
  -h, --help            this text
  -v, --version         the version

Keys: press ? inside dockmon.
Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 engine unreachable, 70 a fault of dockmon,
128 and the number of the signal that ended it.
`;
