import {spawn} from 'node:child_process';
import process from 'node:process';
import {everythingOff} from './terminal.ts';

/**
 * Waits for a line, or for the pipe to close without one: then dockmon is dead, and the terminal is
 * put right. Its settings only if they are still the raw ones, for a shell may have its own by then.
 *
 * The flags are those that Node's raw mode takes away. What they were before cannot be asked any
 * more, but a terminal in which a shell runs has them on.
 */
const script = `
trap '' HUP INT QUIT TERM TSTP TTIN TTOU
raw=$(stty -g <&1)
read -r farewell && exit
[ "$(stty -g <&1)" = "$raw" ] && stty icrnl ixon echo icanon iexten isig <&1
printf '%s' "$0"
`;

/**
 * Gives the terminal back when nothing in this process can any more: killed, out of memory, crashed
 * in native code. A shell in a session of its own does that; it costs nothing while it waits.
 *
 * Returns the way to end it, to be called when the terminal was given back in an ordinary way.
 * Where there is no such shell there is no such guard.
 */
export const startKillGuard = (): (() => void) => {
	if (process.platform === 'win32') return () => undefined;
	const guard = spawn('/bin/sh', ['-c', script, everythingOff], {
		detached: true,
		stdio: ['pipe', process.stdout.fd, 'ignore'],
	});
	// Its own failure, or its end before the farewell, must not disturb anybody.
	guard.on('error', () => undefined);
	guard.stdin?.on('error', () => undefined);
	guard.unref();
	return () => guard.stdin?.end('farewell\n');
};
