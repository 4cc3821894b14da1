import {afterAll, beforeAll, describe, expect, onTestFinished, test, vi} from 'vitest';
import type {Fault} from '../../source/demo/api/faults.ts';
import type {ContainerAction} from '../../source/model/act/container-action.ts';
import type {ContainerDetails} from '../../source/model/container.ts';
import {EngineError} from '../../source/model/engine-error.ts';
import {type ContainerRef, refKey} from '../../source/model/ids.ts';
import {actionTarget} from '../../source/store/act/action-request.ts';
import {initialState} from '../../source/store/initial-state.ts';
import {createStore, type Store} from '../../source/store/store.ts';
import {runAction} from '../../source/sync/act/run-action.ts';
import {type Clock, systemClock} from '../../source/sync/clock.ts';
import type {SyncContext} from '../../source/sync/context.ts';
import {beside} from '../helpers/after-test.ts';
import {anEndpoint} from '../helpers/builders.ts';
import {type FaultSubject, faultSubject} from './faults-subject.ts';

/** Deadlines of actions pass twenty times as fast; those of the questions between them stay. */
beforeAll(() => {
	const real = globalThis.setTimeout;
	vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, millis = 0) =>
		real(run, millis >= 12_000 ? millis / 20 : millis)) as typeof setTimeout);
});
afterAll(() => {
	vi.restoreAllMocks();
});

/** What is watched after a start is watched for a shorter time. */
const clock: Clock = {
	now: systemClock.now,
	sleep: (millis, signal) => systemClock.sleep(millis / 20, signal),
};

type State = ContainerDetails | 'gone';

/** One action, how a container is brought to where it makes sense, and what shows that it was done. */
interface Attempt {
	readonly action: ContainerAction;
	readonly container: string;
	readonly before?: ContainerAction;
	/** Undefined: it leaves no trace. */
	readonly isDone?: (after: State, before: ContainerDetails) => boolean;
	/** How an engine that did nothing leaves it, as the message says. */
	readonly untouched: string;
}

const isIn = (state: string) => (after: State) => after !== 'gone' && after.state === state;
const startedAnew = (after: State, before: ContainerDetails): boolean =>
	after !== 'gone' && (after.startedAtMillis ?? 0) > (before.startedAtMillis ?? 0);

const runs = {container: 'registry', untouched: 'it is running now'} as const;

const attempts: readonly Attempt[] = [
	{
		...{action: {verb: 'start'}, before: {verb: 'stop'}, container: 'registry'},
		...{isDone: isIn('running'), untouched: 'it is exited now'},
	},
	{...runs, action: {verb: 'stop'}, isDone: isIn('exited')},
	{...runs, action: {verb: 'restart'}, isDone: startedAnew},
	{...runs, action: {verb: 'pause'}, isDone: isIn('paused')},
	{
		...{action: {verb: 'unpause'}, before: {verb: 'pause'}, container: 'registry'},
		...{isDone: isIn('running'), untouched: 'it is paused now'},
	},
	{...runs, action: {verb: 'kill'}, isDone: isIn('exited')},
	{...runs, action: {verb: 'kill', signal: 'SIGHUP'}},
	{
		...{action: {verb: 'remove', volumes: true}, container: 'migrate-0042'},
		...{isDone: after => after === 'gone', untouched: 'it is exited now'},
	},
	{
		...{action: {verb: 'rename', name: 'other'}, container: 'registry'},
		isDone: after => after !== 'gone' && after.name === 'other',
		untouched: 'its name is registry now',
	},
	{
		action: {verb: 'update', limits: {pids: 77}, restartPolicy: {name: 'no'}},
		container: 'registry',
		isDone: after => after !== 'gone' && after.limits.pids === 77,
		untouched: 'its settings are not those asked for',
	},
];

/** What is asked of the engine once for each action, and must be asked no second time. */
const isAct = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

class Run {
	readonly subject: FaultSubject;
	readonly store: Store;
	readonly attempt: Attempt;
	readonly ref: ContainerRef;
	readonly before: ContainerDetails;
	/** Requests that write, since the fault is there. */
	sent = 0;
	/** What the row showed while it was under way. */
	pending: string | undefined;

	private constructor(
		subject: FaultSubject,
		store: Store,
		attempt: Attempt,
		ref: ContainerRef,
		before: ContainerDetails,
	) {
		this.subject = subject;
		this.store = store;
		this.attempt = attempt;
		this.ref = ref;
		this.before = before;
		store.subscribe(() => {
			this.pending ??= store.getState().tasks.get(refKey(ref))?.verb;
		});
	}

	static async prepare(attempt: Attempt): Promise<Run> {
		const subject = await faultSubject();
		const {engine, signal} = subject;
		const ref = await subject.refOf(attempt.container);
		if (attempt.before !== undefined) await engine.act(ref, attempt.before, signal);
		const store = createStore(initialState(anEndpoint, Date.now()), flush => flush());
		const containers = await engine.list(signal);
		store.dispatch({type: 'containers/listed', containers, atMillis: Date.now()});
		return new Run(subject, store, attempt, ref, await engine.inspect(ref, signal));
	}

	async under(fault: Fault): Promise<void> {
		this.subject.demo.setFaults({
			match: (method, _path) => {
				if (!isAct(method)) return undefined;
				this.sent++;
				return fault;
			},
		});
		await this.act();
		this.subject.demo.setFaults(undefined);
	}

	async act(): Promise<void> {
		const {store, subject, attempt, ref} = this;
		const {engine, signal} = subject;
		const container = store.getState().containers.byKey.get(refKey(ref));
		if (container === undefined) throw new Error('it is not listed');
		// Of all that a session has, an action needs no more.
		const context = {engine, store, signal, clock} as unknown as SyncContext;
		await runAction(context, {action: attempt.action, targets: [actionTarget(container)]});
	}

	get messages(): readonly string[] {
		return this.store.getState().messages.map(({level, text}) => `${level}: ${text}`);
	}

	async after(): Promise<State> {
		const {engine, signal} = this.subject;
		try {
			return await engine.inspect(this.ref, signal);
		} catch (error) {
			if (error instanceof EngineError && error.kind === 'not-found') return 'gone';
			throw error;
		}
	}

	/** Told once, in the same words on both places; nothing is pending any more. */
	expectToldOnce(text: RegExp | string, isInTimeline = true): void {
		const {tasks, messages, timeline} = this.store.getState();
		expect(this.messages).toEqual([typeof text === 'string' ? text : expect.stringMatching(text)]);
		expect(timeline.map(({event}) => ('text' in event ? event.text : event.kind))).toEqual(
			isInTimeline ? [messages[0]?.text] : [],
		);
		expect(tasks.size).toBe(0);
		expect(this.pending).toBe(this.attempt.action.verb);
	}
}

const json = (status: number, message: string): Fault => ({
	...{status, body: `${JSON.stringify({message})}\n`},
});

const named = attempts.map(attempt => {
	const {verb} = attempt.action;
	const signal = attempt.action.verb === 'kill' ? ` ${attempt.action.signal ?? 'SIGKILL'}` : '';
	return [`${verb}${signal}`, attempt] as const;
});

// They wait for deadlines nearly all the time, each for an engine of its own.
describe.concurrent.for(named)('%s', ([_name, attempt]) => {
	const {verb} = attempt.action;
	const check = (title: string, run: () => Promise<void>) =>
		test(title, context => beside(context, run));

	check('304: it was so already', async () => {
		const run = await Run.prepare(attempt);
		await run.under({status: 304, body: ''});
		run.expectToldOnce(/^info: registry was already |^info: migrate-0042 was already /);
		expect(run.sent).toBe(1);
	});

	for (const [status, words] of [
		[404, 'No such thing: of the engine'],
		[409, 'removal is in progress'],
		[500, 'cannot do that'],
	] as const)
		check(`${status}: it failed, in the words of the engine, and nothing changed`, async () => {
			const run = await Run.prepare(attempt);
			await run.under(json(status, words));
			run.expectToldOnce(`error: ${verb} ${attempt.container} failed: ${words}`);
			expect(run.sent).toBe(1);
			expect(await run.after()).toMatchObject({
				state: run.before.state,
				name: attempt.container,
				limits: run.before.limits,
			});
		});

	check('a hang: whether it was done is not known, but how it is', async () => {
		const run = await Run.prepare(attempt);
		await run.under('hang');
		run.expectToldOnce(
			new RegExp(
				`^error: ${verb} \\S+: outcome unknown, ${attempt.untouched} \\(No answer within \\d+ s: ${verb}\\)$`,
			),
		);
		expect(run.sent).toBe(1);
	});

	check('a connection that is closed without a byte: the same', async () => {
		const run = await Run.prepare(attempt);
		await run.under('refuse');
		run.expectToldOnce(
			new RegExp(
				`^error: ${verb} \\S+: outcome unknown, ${attempt.untouched} \\(The connection to .* broke \\(${verb}\\)\\)$`,
			),
		);
		// What changes something is never sent twice.
		expect(run.sent).toBe(1);
	});

	check('a proxy that gave up on the engine: the same', async () => {
		const run = await Run.prepare(attempt);
		const body = '<html><title>504 Gateway Time-out</title></html>';
		await run.under({status: 504, body, contentType: 'text/html'});
		run.expectToldOnce(
			new RegExp(
				`^error: ${verb} \\S+: outcome unknown, ${attempt.untouched} \\(HTTP 504, a web page: 504 Gateway Time-out\\)$`,
			),
		);
	});

	for (const [title, fault] of [
		['done, and the connection is cut', {cutAt: 0}],
		['done, and the connection is reset', {resetAt: 0}],
		['done, and the answer never comes', {stallAt: 0}],
	] satisfies [string, Fault][])
		check(title, async () => {
			const run = await Run.prepare(attempt);
			await run.under(fault);
			const after = await run.after();
			if (attempt.isDone === undefined) {
				run.expectToldOnce(/^error: kill registry: outcome unknown, it is running now \(.*\)$/);
			} else {
				expect(attempt.isDone(after, run.before)).toBe(true);
				run.expectToldOnce(/^success: \S+ed (registry|migrate-0042)( to other)? in \d+\.\ds$/);
			}
			expect(run.sent).toBe(1);
		});

	check('an engine that has gone meanwhile: nothing was sent', async () => {
		const run = await Run.prepare(attempt);
		await run.subject.demo.close();
		await run.act();
		run.expectToldOnce(/^error: \S+ \S+ failed: .*(not exist|nobody answers).*; nothing was sent$/);
	});
});

test('what has gone since it was listed is refused, or was removed already', async () => {
	for (const [verb, told] of [
		['stop', 'error: stop migrate-0042 refused: it is gone'],
		['remove', 'info: migrate-0042 was already removed'],
	] as const) {
		const run = await Run.prepare({action: {verb}, container: 'migrate-0042', untouched: ''});
		await run.subject.engine.act(run.ref, {verb: 'remove'}, run.subject.signal);
		await run.act();
		run.expectToldOnce(told, verb === 'remove');
	}
});

test('an engine that answers nothing at all leaves it open', async () => {
	const attempt = attempts[1] as Attempt;
	const run = await Run.prepare(attempt);
	let isSent = false;
	run.subject.demo.setFaults({
		match: method => {
			isSent ||= isAct(method);
			return isSent ? 'refuse' : undefined;
		},
	});
	await run.act();
	run.expectToldOnce(
		/^error: stop registry: outcome unknown, look at it when the engine answers \(.*\)$/,
	);
});

test('nobody is told once the session has ended', async () => {
	const run = await Run.prepare(attempts[1] as Attempt);
	const controller = new AbortController();
	onTestFinished(() => controller.abort());
	const {engine, demo} = run.subject;
	demo.setFaults({match: method => (isAct(method) ? 'hang' : undefined)});
	const container = run.store.getState().containers.byKey.get(refKey(run.ref));
	const context = {
		...{engine, store: run.store, signal: controller.signal, clock},
	} as unknown as SyncContext;
	if (container === undefined) throw new Error('it is not listed');
	const acting = runAction(context, {
		action: {verb: 'stop'},
		targets: [actionTarget(container)],
	});
	controller.abort();
	await acting;
	expect(run.messages).toEqual([]);
});
