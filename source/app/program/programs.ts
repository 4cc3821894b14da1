import type {Effects} from '../../commands/command.ts';
import type {ProgramRequest} from '../../model/user-command.ts';
import {type ProgramEnd, sayEnd} from '../../store/program.ts';
import type {Store} from '../../store/store.ts';
import {type LendToProgramPorts, lendToProgram} from './lend-to-program.ts';
import {type Running, runProgram} from './run-program.ts';

export interface ProgramPorts extends LendToProgramPorts {
	readonly store: Store;
	readonly now: () => number;
}

/** What is written is shown so often. */
const gatherMillis = 100;

export interface Programs extends Pick<Effects, 'runProgram' | 'cancelProgram'> {
	/** Shows what somebody else does as if it were a program; nothing where one runs already. */
	show(request: ProgramRequest, start: StartProgram): void;
	end(): Promise<void>;
}

export type StartProgram = (
	onLines: (lines: readonly string[]) => void,
	request: ProgramRequest,
) => Running;

/** Runs the commands of the user: in a window, in the terminal, or just so. How they ended is a message. */
export const createPrograms = ({store, now, ...terminal}: ProgramPorts): Programs => {
	let running: Running | undefined;
	const isShown = (): boolean => store.getState().frame.overlays.at(-1)?.kind === 'output';
	const say = (name: string, end: ProgramEnd, last: string): void => {
		const isWell = end.kind === 'exited' && end.code === 0;
		const level = isWell ? 'success' : end.kind === 'cancelled' ? 'info' : 'error';
		const words = isWell ? (last === '' ? 'done' : last) : `${sayEnd(end)}${last && `: ${last}`}`;
		store.dispatch({type: 'message/added', level, text: `${name}: ${words}`, atMillis: now()});
	};
	const lend = async (request: ProgramRequest): Promise<void> =>
		say(request.name, await lendToProgram(request, terminal), '');
	const run = async (
		request: ProgramRequest,
		start: StartProgram,
		top = Number.MAX_SAFE_INTEGER,
	): Promise<void> => {
		const {name, text, show} = request;
		store.dispatch({type: 'program/started', name, text, atMillis: now()});
		if (show === 'output') {
			const overlay = {kind: 'output', top} as const;
			store.dispatch({type: 'overlay/opened', overlay});
		}
		const gathered = gather(lines => store.dispatch({type: 'program/written', lines}));
		running = start(lines => gathered.add(lines), request);
		const end = await running.ended;
		running = undefined;
		gathered.flush();
		store.dispatch({type: 'program/ended', end, atMillis: now()});
		if (!isShown()) say(name, end, gathered.last());
	};
	return {
		runProgram(request) {
			if (request.show === 'terminal') void lend(request);
			// One at a time: what the command says is older than the question was.
			else if (running === undefined) void run(request, startIt);
		},
		show(request, start) {
			// Such a text is read from its beginning.
			if (running === undefined) void run(request, start, 0);
		},
		cancelProgram: () => running?.cancel(),
		async end() {
			running?.cancel();
			await running?.ended;
		},
	};
};

const startIt: StartProgram = (onLines, request) => runProgram(request.argv, onLines, request);

/** Many lines become few actions. */
const gather = (use: (lines: readonly string[]) => void) => {
	let waiting: string[] = [];
	let last = '';
	let timer: NodeJS.Timeout | undefined;
	const flush = (): void => {
		clearTimeout(timer);
		timer = undefined;
		if (waiting.length > 0) use(waiting);
		waiting = [];
	};
	return {
		flush,
		last: () => last,
		add(lines: readonly string[]): void {
			last = lines.findLast(line => line.trim() !== '') ?? last;
			waiting.push(...lines);
			// A flood between two pictures is no reason to keep all of it.
			if (waiting.length > mostWaiting) waiting = waiting.slice(-mostWaiting);
			timer ??= setTimeout(flush, gatherMillis);
		},
	};
};

const mostWaiting = 5000;
