import {createServer, type IncomingMessage, type Server, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {ApiError} from './api-error.ts';
import type {Engine} from './engine.ts';
import {compareVersions, type Exchange, Query, type Upgrade} from './exchange.ts';
import type {Fault} from './faults.ts';
import {type Breakage, Reply} from './reply.ts';
import {checkVersion, dispatch, splitVersion} from './router.ts';
import {routes} from './routes.ts';
import {commonHeaders} from './system.ts';

/**
 * The HTTP side. Every request takes the same way: time passes in the world, a scripted fault is
 * looked up, the version is checked, the route runs.
 */
export const createApiServer = (options: {
	engine: Engine;
	/** Brings the world to the present. */
	advance: () => void;
}): Server => {
	const {engine, advance} = options;

	const serve = (request: IncomingMessage, response: ServerResponse, upgrade?: Upgrade): void => {
		advance();
		const {method = 'GET', url = '/'} = request;
		const [fullPath = '/', search] = url.split('?', 2);
		const {version, path} = splitVersion(fullPath);
		const exchange: Exchange = {
			method,
			path,
			query: new Query(new URLSearchParams(search)),
			apiVersion: version ?? engine.apiVersion,
			request,
			reply: new Reply(response),
			upgrade,
		};
		const answer = async () => {
			if (await isSpoilt(engine, exchange, engine.faults.match(method, path, url))) return;
			exchange.reply.setHeaders(commonHeaders(engine));
			checkVersion(version, {least: engine.leastApiVersion, most: engine.apiVersion});
			await dispatch(routes, engine, exchange);
		};
		answer().catch((error: unknown) => fail(exchange, error));
	};

	const server = createServer((request, response) => serve(request, response));
	server.on('upgrade', (request, connection, head) => {
		// Clients break such connections off as they please.
		connection.on('error', () => connection.destroy());
		serve(request, responseOn(request, connection), {connection, head});
	});
	// A client that goes away in the middle of its request is no concern of the engine.
	server.on('clientError', (_error, connection) => connection.destroy());
	// Streams may be silent for hours.
	server.requestTimeout = 0;
	server.keepAliveTimeout = 60_000;
	return server;
};

/** True when the fault was all the answer there is. */
const isSpoilt = async (
	engine: Engine,
	exchange: Exchange,
	fault: Fault | undefined,
): Promise<boolean> => {
	const {reply} = exchange;
	if (fault === undefined) return false;
	if (fault === 'hang') return true;
	if (fault === 'refuse') {
		reply.destroy();
		return true;
	}
	if ('delayMillis' in fault) {
		await engine.world.sleep(fault.delayMillis);
		return isSpoilt(engine, exchange, fault.before);
	}
	if ('body' in fault) {
		const {body, status = 200, contentType = 'application/json', headers = {}} = fault;
		reply.setHeaders(headers);
		reply.text(body, {status, contentType});
		return true;
	}
	reply.breakage = breakageOf(fault);
	return false;
};

const breakageOf = (
	fault: Extract<Fault, {cutAt: number} | {resetAt: number} | {stallAt: number}>,
): Breakage => {
	if ('cutAt' in fault) return {atByte: fault.cutAt, by: 'closing'};
	if ('resetAt' in fault) return {atByte: fault.resetAt, by: 'resetting'};
	return {atByte: fault.stallAt, by: 'silence'};
};

/** Before this version errors were plain text. */
const jsonErrorsSince = '1.24';

const fail = ({reply, apiVersion}: Exchange, error: unknown): void => {
	if (!(error instanceof ApiError))
		reply.error(500, error instanceof Error ? (error.stack ?? error.message) : String(error));
	else if (compareVersions(apiVersion, jsonErrorsSince) < 0)
		reply.text(`${error.message}\n`, {status: error.status});
	else reply.error(error.status, error.message);
};

/** After an upgrade Node hands out the bare connection; most requests still want a plain answer. */
const responseOn = (request: IncomingMessage, connection: Duplex): ServerResponse => {
	const response = new ServerResponse(request);
	// The next request must not be sent over a connection that is about to end.
	response.shouldKeepAlive = false;
	response.assignSocket(connection as Parameters<ServerResponse['assignSocket']>[0]);
	response.once('finish', () => connection.end());
	return response;
};
