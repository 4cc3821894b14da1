import {EngineError} from '../../model/engine-error.ts';
import type {HostId} from '../../model/ids.ts';
import {abortError, unlessAborted} from '../deadline.ts';
import type {DirectEndpoint, SshEndpoint} from '../endpoint.ts';
import type {Engine, ExecSession} from '../engine.ts';
import {untilAborted} from '../wait.ts';
import {openTunnel, type Tunnel} from './tunnel.ts';

export interface SshEngineOptions {
	readonly endpoint: SshEndpoint;
	readonly hostId: HostId;
	/** The engine at the near end of a tunnel. */
	readonly createEngine: (endpoint: DirectEndpoint) => Engine;
}

/** From one connection of ssh to the next. */
interface Life {
	readonly tunnel: Tunnel;
	readonly engine: Engine;
}

/**
 * An engine on another machine. `connect` makes the tunnel where there is none; when it dies, whatever
 * ran through it rejects with its reason, and the next `connect` makes another.
 */
export const createSshEngine = ({endpoint, hostId, createEngine}: SshEngineOptions): Engine => {
	let life: Life | undefined;
	let isDisposed = false;

	const end = (): void => {
		life?.engine.dispose();
		life?.tunnel.close();
		life = undefined;
	};

	const begin = async (signal: AbortSignal): Promise<Life> => {
		end();
		const tunnel = await openTunnel(endpoint, signal);
		const {socketPath} = tunnel;
		const transport = {kind: 'unix', socketPath, isForwarded: true} as const;
		const begun = {tunnel, engine: createEngine({...endpoint, transport})};
		end();
		life = begun;
		if (!isDisposed) return begun;
		end();
		throw abortError();
	};

	const current = (): Life => {
		if (life !== undefined) return life;
		throw new EngineError('unreachable', `There is no connection to ${endpoint.url}`);
	};

	const askFor = async <T>(
		question: (engine: Engine) => Promise<T>,
		explain: (life: Life, error: unknown) => Promise<unknown>,
	): Promise<T> => {
		const asked = current();
		try {
			return await question(asked.engine);
		} catch (error) {
			throw await explain(asked, error);
		}
	};

	const ask = <T>(question: (engine: Engine) => Promise<T>): Promise<T> =>
		askFor(question, explainSoon);

	const openStream = async <T>(
		open: (engine: Engine) => Promise<AsyncIterable<T>>,
	): Promise<AsyncIterable<T>> => {
		const opened = current();
		return explained(opened, await ask(open));
	};

	const openSession = async <Session extends ExecSession>(
		open: (engine: Engine) => Promise<Session>,
	): Promise<Session> => {
		const opened = current();
		const session = await ask(open);
		return {...session, output: explained(opened, session.output)};
	};

	return {
		hostId,
		async connect(signal) {
			const {tunnel} = life?.tunnel.isUp() ? life : await begin(signal);
			tunnel.forget();
			// Nothing is shown of it before: it may take as long as the whole explanation does.
			const connecting = askFor(engine => engine.connect(signal), explain);
			return await unlessAborted(connecting, signal);
		},
		ping: signal => ask(engine => engine.ping(signal)),
		look: () => ask(engine => engine.look()),
		quietMillis: () => life?.engine.quietMillis() ?? Number.POSITIVE_INFINITY,
		// Of the socket on the other machine nothing is seen here.
		untilReplaced: untilAborted,
		list: signal => ask(engine => engine.list(signal)),
		listUp: signal => ask(engine => engine.listUp(signal)),
		listSome: (ids, signal) => ask(engine => engine.listSome(ids, signal)),
		inspect: (ref, signal) => ask(engine => engine.inspect(ref, signal)),
		inspectDocument: (ref, signal) => ask(engine => engine.inspectDocument(ref, signal)),
		processes: (ref, signal) => ask(engine => engine.processes(ref, signal)),
		// Its kernel is that of the other machine.
		clients: async () => new Map(),
		changes: (ref, signal) => ask(engine => engine.changes(ref, signal)),
		volumeSizes: signal => ask(engine => engine.volumeSizes(signal)),
		volumeNames: signal => ask(engine => engine.volumeNames(signal)),
		imageConfig: (imageId, signal) => ask(engine => engine.imageConfig(imageId, signal)),
		setup: (ref, signal) => ask(engine => engine.setup(ref, signal)),
		events: signal => openStream(engine => engine.events(signal)),
		pastEvents: (span, signal) => ask(engine => engine.pastEvents(span, signal)),
		async *stats(options, signal) {
			yield* current().engine.stats(options, signal);
		},
		logs: (ref, options, signal) => openStream(engine => engine.logs(ref, options, signal)),
		act: (ref, action, signal) => ask(engine => engine.act(ref, action, signal)),
		files: {
			list: (ref, path, options, signal) =>
				ask(({files}) => files.list(ref, path, options, signal)),
			stat: (ref, path, signal) => ask(({files}) => files.stat(ref, path, signal)),
			read: (ref, path, signal) => openStream(({files}) => files.read(ref, path, signal)),
			write: (ref, folder, archive, signal) =>
				ask(({files}) => files.write(ref, folder, archive, signal)),
		},
		exec: (ref, options, signal) => openSession(engine => engine.exec(ref, options, signal)),
		attach: (ref, options, signal) => openSession(engine => engine.attach(ref, options, signal)),
		imageNames: signal => ask(engine => engine.imageNames(signal)),
		debug: (ref, options, signal) => openSession(engine => engine.debug(ref, options, signal)),
		dispose() {
			isDisposed = true;
			end();
		},
	};
};

/** That the engine is lost has to be told within two seconds; why can be told later. */
const patienceMillis = 1000;

/** The tunnel's reason, where it was the tunnel that broke. */
const explain = async ({tunnel}: Life, error: unknown, patience?: AbortSignal): Promise<unknown> =>
	error instanceof EngineError && error.kind === 'unreachable'
		? ((await tunnel.whyBroken(patience)) ?? error)
		: error;

const explainSoon = (life: Life, error: unknown): Promise<unknown> =>
	explain(life, error, AbortSignal.timeout(patienceMillis));

async function* explained<T>(life: Life, items: AsyncIterable<T>): AsyncGenerator<T> {
	try {
		yield* items;
	} catch (error) {
		throw await explainSoon(life, error);
	}
}
