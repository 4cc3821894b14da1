import {Agent as HttpAgent, type IncomingMessage, type RequestOptions} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import {Socket} from 'node:net';
import type {Readable} from 'node:stream';
import {inspect} from 'node:util';
import Docker from 'dockerode';
import {EngineError} from '../../model/engine-error.ts';
import type {DirectEndpoint} from '../endpoint.ts';

export interface DialRequest {
	readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'HEAD';
	/** With the API version, without the query. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string | number | boolean>>;
	readonly body?: unknown;
	/** Sent as it comes, in place of a body: never text, which would be taken for the path of a file. */
	readonly stream?: Readable;
	/** Asks for the connection itself, for a terminal. */
	readonly hijack?: boolean;
	/** Not a byte of it: Podman would take one for what is typed on the connection that it hands over. */
	readonly isBodiless?: boolean;
}

/** The one way to the engine. */
export interface Dialer {
	/**
	 * Settles with the headers, whatever the status; the body is a stream. A `Socket` comes only for
	 * `hijack`. May never settle: put a deadline round it.
	 */
	dial(request: DialRequest, signal: AbortSignal): Promise<IncomingMessage | Socket>;
	/** The same over a connection of its own: of those that are kept, several may have died at once. */
	dialAnew(request: DialRequest, signal: AbortSignal): Promise<IncomingMessage | Socket>;
	/** Closes idle connections and breaks open ones. */
	destroy(): void;
}

export interface DialerOptions {
	/** Sends nothing but what reads: here and nowhere else that is made sure of. */
	readonly isReadOnly?: boolean;
}

/**
 * Kept for what is asked next. No engine closes them, so that without a limit there would be for ever as many
 * as were once needed at the same time.
 */
const maxFreeSockets = 4;

/**
 * The only user of dockerode. Its calls for containers, logs and so on are left aside: they parse
 * answers in ways that cannot be told from the truth afterwards (a cut or empty list becomes a
 * Buffer, a log of `42` the number 42, status 201 and 304 an error). Its `dial` with a stream as
 * answer does none of that.
 */
export const createDialer = (
	{transport}: DirectEndpoint,
	{isReadOnly = false}: DialerOptions = {},
): Dialer => {
	const tls = transport.kind === 'tcp' ? transport.tls : undefined;
	const createAgent = (keepAlive: boolean) => {
		const kept = {keepAlive, maxFreeSockets};
		// Else Node.js finds out a name for TLS, of which there is none: 4 ms of the first call.
		const plain = {...kept, servername: ''};
		return quiet(
			tls
				? new HttpsAgent({...kept, rejectUnauthorized: tls.verify, ...pem(tls)})
				: new HttpAgent(plain),
		);
	};
	const keeping = createAgent(true);
	const single = createAgent(false);
	const options = {
		socketPath: transport.kind === 'unix' ? transport.socketPath : undefined,
		host: transport.kind === 'tcp' ? urlOf(transport.host, tls !== undefined) : undefined,
		port: transport.kind === 'tcp' ? transport.port : undefined,
		protocol: tls ? ('https' as const) : ('http' as const),
	};
	const createModem = (agent: typeof keeping): Modem => {
		const withAgent = {...options, agent};
		const modem = withoutEnvironment(() => new Docker(withAgent).modem as unknown as Modem);
		amendRequests(modem);
		return modem;
	};
	const modem = createModem(keeping);
	const singleModem = createModem(single);
	const send = async (way: Modem, request: DialRequest, signal: AbortSignal) => {
		if (isReadOnly && !isReading(request)) throw readOnlyError(request);
		return await dial(way, request, signal);
	};
	return {
		dial: (request, signal) => send(modem, request, signal),
		dialAnew: (request, signal) => send(singleModem, request, signal),
		destroy() {
			keeping.destroy();
			single.destroy();
		},
	};
};

/** By what is known to read, not by what is known to write; a connection of its own is for typing. */
const isReading = ({method, hijack = false}: DialRequest): boolean =>
	(method === 'GET' || method === 'HEAD') && !hijack;

const readOnlyError = ({method, path}: DialRequest): EngineError =>
	new EngineError('read-only', `dockmon is read-only, so ${method} ${path} was not sent`, {
		hint: 'Start it without --read-only, and without readOnly in its configuration.',
		brief: 'read-only',
		isUnsent: true,
	});

/** What is used of docker-modem; its own types keep `buildRequest` private. */
interface Modem {
	dial(options: object, callback: (error: unknown, result: unknown) => void): void;
	buildRequest(options: RequestOptions, context: object, data: unknown, callback: unknown): void;
}

const dial = (modem: Modem, request: DialRequest, signal: AbortSignal) =>
	new Promise<IncomingMessage | Socket>((resolve, reject) => {
		const options = {
			method: request.method,
			// The question mark makes docker-modem append the query.
			path: request.query ? `${request.path}?` : request.path,
			options: {_query: request.query ?? {}, _body: request.body ?? {}},
			allowEmpty: request.body !== undefined,
			isStream: true,
			...(request.stream && {file: request.stream, headers: {'Content-Type': 'application/x-tar'}}),
			hijack: request.hijack === true,
			isBodiless: request.isBodiless === true,
			abortSignal: signal,
			statusCodes: everyStatus,
		};
		modem.dial(options, (error, result) => {
			if (error) reject(error instanceof Error ? error : new Error(String(error)));
			else resolve(result as IncomingMessage | Socket);
		});
	});

/** docker-modem hands a status on only when it is listed as good; we judge it ourselves. */
const everyStatus: Readonly<Record<number, true>> = Object.fromEntries(
	Array.from({length: 500}, (_, index) => [index + 100, true]),
);

const upgrade = {Connection: 'Upgrade', Upgrade: 'tcp'};

/**
 * A redirect is followed by a request that nobody watches; its failure would end the program. And each
 * request is printed for a debug log, off or on: these have nothing to tell.
 */
const amendRequests = (modem: Modem) => {
	const build = modem.buildRequest;
	modem.buildRequest = function (options, context, data, callback) {
		const isBodiless = 'isBodiless' in context && context.isBodiless === true;
		const amended = {
			...{...options, maxRedirects: 0, [inspect.custom]: () => 'Request'},
			headers: isBodiless ? {...upgrade, 'Content-Length': 0} : options.headers,
		};
		const sent = isBodiless ? undefined : data;
		build.call(this, amended as RequestOptions, context, sent, callback);
	};
};

/**
 * docker-modem reads DOCKER_HOST and DOCKER_CERT_PATH by itself and throws when they are wrong,
 * though the endpoint was chosen before. They are hidden from it for the moment of its creation.
 */
const withoutEnvironment = <T>(create: () => T): T => {
	const host = process.env['DOCKER_HOST'];
	delete process.env['DOCKER_HOST'];
	try {
		return create();
	} finally {
		if (host !== undefined) process.env['DOCKER_HOST'] = host;
	}
};

/**
 * docker-modem prints agents for its debug log too, with all their sockets: seconds of a blocked program
 * at some dozen streams. These have nothing to tell.
 */
const quiet = <A extends HttpAgent>(agent: A): A =>
	Object.assign(agent, {[inspect.custom]: () => 'Agent'});

const pem = ({ca, cert, key}: {ca?: string; cert?: string; key?: string}) => ({
	...(ca !== undefined && {ca}),
	...(cert !== undefined && {cert}),
	...(key !== undefined && {key}),
});

const urlOf = (host: string, isTls: boolean): string =>
	`${isTls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}`;

export const isSocket = (reply: IncomingMessage | Socket): reply is Socket =>
	reply instanceof Socket;
