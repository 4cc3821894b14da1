import {userInfo} from 'node:os';
import {EngineError, type EngineErrorKind, isAbortError} from '../../model/engine-error.ts';
import type {Endpoint} from '../endpoint.ts';

/** Turns what the HTTP client throws into an `EngineError`; one of ours and `AbortError` stay as they are. */
export const toEngineError = (error: unknown, endpoint: Endpoint, what: string): Error => {
	if (error instanceof EngineError) return error;
	if (error instanceof Error && isAbortError(error)) return error;
	const code = errorCode(error) ?? '';
	const where = endpoint.url;
	const make = (kind: EngineErrorKind, message: string, hint: string) =>
		new EngineError(kind, message, {hint, cause: error});
	if (code === 'ENOENT')
		return make('unreachable', `No engine at ${where}: the socket does not exist`, startHint);
	if (code === 'ECONNREFUSED')
		return make('unreachable', `No engine at ${where}: nobody answers there`, startHint);
	if (code === 'EACCES' || code === 'EPERM')
		return make('permission', `${userName()} may not open ${where}`, permissionHint(endpoint));
	if (brokenCodes.has(code))
		return make(
			'unreachable',
			`The connection to ${where} broke (${what})`,
			'dockmon tries again.',
		);
	if (networkCodes.has(code))
		return make(
			'unreachable',
			`${where} cannot be reached (${code})`,
			'Check the host name, the network and the firewall.',
		);
	if (code.startsWith('HPE_')) return make('protocol', `${where} does not speak HTTP`, plainHint);
	if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
		return make('protocol', `${where} does not speak TLS`, tlsHint);
	if (certificateCodes.has(code) || code.startsWith('ERR_TLS'))
		return make(
			'protocol',
			`The certificate of ${where} is not accepted: ${messageOf(error)}`,
			'Check ca.pem in DOCKER_CERT_PATH or in the context.',
		);
	return make('protocol', `${messageOf(error)} (${what})`, `Asked at ${where}.`);
};

/** An answer with a status that is no success. */
export const statusError = (status: number, body: string, endpoint: Endpoint): EngineError => {
	const message = answerText(status, body);
	if (status === 400 && /HTTP request to an HTTPS server/.test(body))
		return new EngineError('protocol', `${endpoint.url} wants TLS`, {hint: plainHint});
	if (status === 400 && /client version .* is too (new|old)/.test(body))
		return new EngineError('unsupported', message, {
			hint: 'The engine and dockmon have no API version in common; update the older one.',
		});
	if (status === 404 && /^page not found$/.test(message))
		return new EngineError('unsupported', 'This engine does not offer that', {});
	const kind = statusKind(status);
	const hint = statusHints[kind];
	return new EngineError(kind, message, hint === undefined ? {} : {hint});
};

export const isBrokenConnection = (error: unknown): boolean =>
	brokenCodes.has(errorCode(error) ?? '');

const statusKind = (status: number): EngineErrorKind => {
	if (status === 400) return 'invalid';
	if (status === 401 || status === 403) return 'permission';
	if (status === 404) return 'not-found';
	if (status === 409) return 'conflict';
	if (status === 501) return 'unsupported';
	return status >= 500 ? 'internal' : 'protocol';
};

const statusHints: {readonly [K in EngineErrorKind]?: string} = {
	permission: 'A proxy or a plugin in front of the engine forbids this call.',
	internal: 'See the log of the engine, for example `journalctl -u docker`.',
	protocol: 'Is something else than a Docker engine, such as a proxy, behind this endpoint?',
};

const longestMessage = 500;

/** The engine's own words: `message` of the JSON answer, the title of an HTML page, else the text. */
const answerText = (status: number, body: string): string => {
	const text = body.trim();
	if (text === '') return `HTTP ${status} without a word`;
	if (text.startsWith('{')) {
		const message = jsonMessage(text);
		if (message !== undefined) return message;
	}
	if (text.startsWith('<')) {
		const title = /<(title|h1)[^>]*>([^<]*)</i.exec(text)?.[2]?.trim();
		return `HTTP ${status}, a web page${title ? `: ${title}` : ''}`;
	}
	return text.slice(0, longestMessage);
};

const jsonMessage = (text: string): string | undefined => {
	try {
		const parsed: unknown = JSON.parse(text);
		if (typeof parsed !== 'object' || parsed === null || !('message' in parsed)) return undefined;
		return typeof parsed.message === 'string' && parsed.message !== '' ? parsed.message : undefined;
	} catch {
		// Looked like JSON and is not: the text itself is the message.
		return undefined;
	}
};

const brokenCodes = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

const networkCodes = new Set([
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EHOSTDOWN',
	'ENETDOWN',
	'EADDRNOTAVAIL',
]);

const certificateCodes = new Set([
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_REJECTED',
	'CERT_UNTRUSTED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const startHint =
	'Start the engine (`sudo systemctl start docker`), or name another with -H, -c or DOCKER_HOST.';
const plainHint = 'If it is an engine with TLS, set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.';
const tlsHint = 'Unset DOCKER_TLS_VERIFY, or use the port on which the engine speaks TLS (2376).';

const permissionHint = ({transport}: Endpoint): string =>
	transport.kind === 'tcp'
		? 'A firewall of this machine forbids the connection.'
		: `Join the group of the socket (\`sudo usermod -aG docker ${userName()}\`, then log in again), use a rootless engine, or run dockmon with sudo.`;

const userName = (): string => {
	try {
		return userInfo().username;
	} catch {
		// A user id without a name, as in many images.
		return `user ${process.getuid?.() ?? 'unknown'}`;
	}
};

const errorCode = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: undefined;

const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
