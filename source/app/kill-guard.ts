// Nothing but Node's own modules may be imported here, nor by what is: see `cli.ts`.
import {spawn, spawnSync} from 'node:child_process';
import process from 'node:process';
import {everythingOff} from './terminal.ts';

/**
 * Waits for words, or for the pipe to close without a farewell: then dockmon is dead, and the terminal is
 * put right, as it was before. Its settings only if they are still the raw ones, for a shell may have its
 * own by then; nothing at all while another program has the terminal.
 *
 * Arguments: what switches all modes off, the settings of before as `stty -g` prints them, and a sentence.
 * Where those settings are not known the flags are switched on that Node's raw mode takes away; a terminal
 * in which a shell runs has them on.
 */
const script = `
trap '' HUP INT QUIT TERM TSTP TTIN TTOU
raw=$(stty -g <&1)
holder=own
while read -r word; do
	[ "$word" != farewell ] || exit 0
	[ "$word" != own ] || raw=$(stty -g <&1)
	holder=$word
done
[ $holder = own ] || exit 0
if [ "$(stty -g <&1)" = "$raw" ]; then
	stty "$1" <&1 || stty icrnl ixon echo icanon iexten isig <&1
fi
printf '%s%s\\r\\n' "$0" "$2"
`;

/** The prompt of the shell was written to a screen that is gone now. */
const lastWords =
	'dockmon was killed or crashed; the terminal is as before. Enter shows the prompt.';

/** Gives the terminal back when nothing in this process can any more. */
export interface KillGuard {
	/** The terminal is another program's for a while, which it must not be taken from. */
	giveAway(): void;
	/** It is raw again, and dockmon's. */
	takeBack(): void;
	/** It was given back in an ordinary way: the guard ends. */
	dismiss(): void;
}

/**
 * Guards the terminal against a dockmon that is killed, out of memory, or crashed in native code, from
 * before it is made raw. A shell in a session of its own does that; it costs nothing while it waits, and
 * ends with dockmon. Where there is no such shell there is no such guard.
 *
 * @param makeRaw called once, when the settings of before are known
 * @param modesOff what switches all off that may be on
 */
export const startKillGuard = (makeRaw: () => void, modesOff = everythingOff): KillGuard => {
	if (process.platform === 'win32') {
		makeRaw();
		return {giveAway() {}, takeBack() {}, dismiss() {}};
	}
	const before = settingsNow();
	makeRaw();
	const guard = spawn('/bin/sh', ['-c', script, modesOff, before, lastWords], {
		detached: true,
		stdio: ['pipe', process.stdout.fd, 'ignore'],
	});
	// Its own failure, or its end before the farewell, must not disturb anybody.
	guard.on('error', () => undefined);
	guard.stdin?.on('error', () => undefined);
	guard.unref();
	const say = (word: string): void => {
		if (guard.stdin?.writable) guard.stdin.write(`${word}\n`);
	};
	const dismiss = (): void => {
		if (guard.stdin?.writable) guard.stdin.end('farewell\n');
	};
	// Also where nothing was drawn yet, and nobody else sees to it.
	process.once('exit', dismiss);
	return {giveAway: () => say('other'), takeBack: () => say('own'), dismiss};
};

/** Of the terminal that is typed on; empty where nobody can tell. */
const settingsNow = (): string => {
	const stdio = ['inherit', 'pipe', 'ignore'] as const;
	const {status, stdout} = spawnSync('stty', ['-g'], {stdio: [...stdio], encoding: 'utf8'});
	return status === 0 ? stdout.trim() : '';
};
