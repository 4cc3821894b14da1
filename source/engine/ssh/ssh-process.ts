import {spawn} from 'node:child_process';
import {rmSync} from 'node:fs';

export interface SshProcess {
	/** What it said after the mark, at most its last 4 KB: foreign text. */
	said(after?: number): string;
	/** The place between what was said up to now and what comes. */
	mark(): number;
	/** Resolves when it has ended and everything it said is known; 127 where there is no ssh. */
	readonly ended: Promise<number>;
	hasEnded(): boolean;
	/** Ends it; nothing is left of it a moment later. */
	stop(): void;
}

/**
 * Runs ssh, ends it when the pipe to dockmon closes for whatever reason, kill -9 included, and takes
 * away the folder of its socket in every case. What ssh wants to know from a terminal it cannot ask,
 * for it has none here.
 */
const script = `
folder=$1
shift
exec 3<&0 </dev/null
# Heard, not ignored: what is ignored here would be ignored by ssh too.
trap : HUP INT QUIT TERM
"$@" 3<&- &
ssh=$!
exec 2>/dev/null
{
	read -r farewell
	trap 'kill $nap; exit' TERM
	kill $ssh
	sleep 1 &
	nap=$!
	wait $nap
	kill -9 $ssh
} <&3 &
watch=$!
exec 3<&-
wait $ssh
code=$?
while kill -0 $ssh; do
	wait $ssh
	code=$?
done
kill $watch
[ -z "$folder" ] || rm -rf "$folder"
exit $code
`;

const longestWords = 4096;
const drainMillis = 200;
/** As of a shell that was killed, or never ran. */
const notStarted = -1;

/** @param folder removed at its end; empty for none */
export const startSsh = (folder: string, argv: readonly string[]): SshProcess => {
	const child = spawn('/bin/sh', ['-c', script, 'dockmon-ssh', folder, 'ssh', ...argv], {
		// In a session without a terminal: not even the ssh of a jump host can write over the screen.
		detached: true,
		stdio: ['pipe', 'ignore', 'pipe'],
		env: {...process.env, SSH_ASKPASS_REQUIRE: 'never'},
	});
	const {stdin, stderr} = child;
	const {promise: ended, resolve} = Promise.withResolvers<number>();
	let words = '';
	let heard = 0;
	let hasEnded = false;
	const hear = (text: string): void => {
		heard += text.length;
		words = (words + text).slice(-longestWords);
	};
	const end = (code: number): void => {
		hasEnded = true;
		resolve(code);
	};
	stderr.setEncoding('utf8').on('data', hear);
	// That it is over is told by the exit; a pipe that broke has nothing to add.
	stderr.on('error', () => undefined);
	stdin.on('error', () => undefined);
	child.on('error', error => {
		hear(error.message);
		if (folder !== '') rmSync(folder, {recursive: true, force: true});
		end(notStarted);
	});
	child.on('exit', code => {
		// A helper of ssh may hold the pipe for longer than anybody wants to wait.
		const timer = setTimeout(end, drainMillis, code ?? notStarted);
		child.on('close', () => {
			clearTimeout(timer);
			end(code ?? notStarted);
		});
	});
	return {
		said: (after = 0) => words.slice(Math.max(0, words.length - (heard - after))),
		mark: () => heard,
		ended,
		hasEnded: () => hasEnded,
		stop() {
			stdin.end();
			stderr.destroy();
			child.unref();
		},
	};
};
