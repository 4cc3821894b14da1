import {userInfo} from 'node:os';
import {EngineError, type EngineErrorKind, isAbortError} from '../../model/engine-error.ts';
import type {Endpoint} from '../endpoint.ts';

/** Turns what the HTTP client throws into an `EngineError`; one of ours and `AbortError` stay as they are. */
export const toEngineError = (error: unknown, endpoint: Endpoint, what: string): Error => {
	if (error instanceof EngineError) return error;
	if (error instanceof Error && isAbortError(error)) return error;
	const code = errorCode(error) ?? '';
	const failure: Failure = {code, words: messageOf(error), what, endpoint};
	const rule = rules.find(({codes, words}) =>
		codes instanceof RegExp
			? codes.test(code) && (words?.test(failure.words) ?? true)
			: codes.includes(code),
	);
	const {kind, message, hint, brief} = rule ?? anythingElse;
	return new EngineError(kind, message(failure), {
		hint: hint(failure),
		brief,
		cause: error,
		isUnsent: unsentCodes.includes(code),
	});
};

/** There was never a connection. */
const unsentCodes = ['ENOENT', 'ECONNREFUSED', 'EACCES', 'EPERM', 'ENOTFOUND', 'EAI_AGAIN'];

const brokenCodes = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'];

/** The connection was there and is no more. */
export const isBrokenConnection = (error: unknown): boolean =>
	brokenCodes.includes(errorCode(error) ?? '');

interface Failure {
	readonly code: string;
	/** Of the HTTP client. */
	readonly words: string;
	/** What was asked. */
	readonly what: string;
	readonly endpoint: Endpoint;
}

interface Explanation {
	readonly kind: EngineErrorKind;
	readonly message: (failure: Failure) => string;
	readonly hint: (failure: Failure) => string;
	readonly brief: string;
}

interface Rule extends Explanation {
	/** Codes of Node and of its HTTP parser and TLS. */
	readonly codes: readonly string[] | RegExp;
	/** What OpenSSL says where the code alone does not tell. */
	readonly words?: RegExp;
}

const startHint = () =>
	'Start the engine (`sudo systemctl start docker`), or name another with -H, -c or DOCKER_HOST.';

/** The first that applies counts. */
const rules: readonly Rule[] = [
	{
		codes: ['ENOENT'],
		kind: 'unreachable',
		message: ({endpoint}) => `No engine at ${endpoint.url}: the socket does not exist`,
		brief: 'no engine there',
		hint: startHint,
	},
	{
		codes: ['ECONNREFUSED'],
		kind: 'unreachable',
		message: ({endpoint}) => `No engine at ${endpoint.url}: nobody answers there`,
		brief: 'nobody answers',
		hint: startHint,
	},
	{
		codes: ['EACCES', 'EPERM'],
		kind: 'permission',
		message: ({endpoint}) => `${userName()} may not open ${endpoint.url}`,
		brief: 'no permission',
		hint: ({endpoint}) =>
			endpoint.transport.kind === 'tcp'
				? 'A firewall of this machine forbids the connection.'
				: `Join the group of the socket (\`sudo usermod -aG docker ${userName()}\`, then log in again), use a rootless engine, or run dockmon with sudo.`,
	},
	{
		codes: brokenCodes,
		kind: 'unreachable',
		message: ({endpoint, what}) => `The connection to ${endpoint.url} broke (${what})`,
		brief: 'the connection broke',
		hint: ({endpoint}) =>
			endpoint.transport.kind === 'tcp' && endpoint.transport.tls
				? 'dockmon tries again. Some engines hang up on a client certificate that they do not accept.'
				: 'dockmon tries again.',
	},
	{
		codes:
			/^(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
		kind: 'unreachable',
		message: ({endpoint, code}) => `${endpoint.url} cannot be reached (${code})`,
		brief: 'not reachable',
		hint: () => 'Check the host name, the network and the firewall.',
	},
	{
		codes: /^HPE_/,
		kind: 'protocol',
		message: ({endpoint}) => `${endpoint.url} does not speak HTTP`,
		brief: 'not an engine',
		hint: () => 'If it is an engine with TLS, set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.',
	},
	{
		// TLS 1.2 tells it in the handshake, as EPROTO; TLS 1.3 afterwards, when the answer is read.
		codes: /^(EPROTO$|ERR_SSL)/,
		words:
			/alert (handshake failure|bad certificate|certificate |unsupported certificate|unknown ca)/,
		kind: 'permission',
		message: ({endpoint}) => `${endpoint.url} refuses this client's certificate`,
		brief: 'certificate refused',
		hint: () =>
			'Put cert.pem and key.pem, signed by the authority of the engine and not expired, into DOCKER_CERT_PATH or the context.',
	},
	{
		codes: /^(EPROTO$|ERR_SSL)/,
		kind: 'protocol',
		message: ({endpoint}) => `${endpoint.url} does not speak TLS`,
		brief: 'no TLS there',
		hint: () => 'Unset DOCKER_TLS_VERIFY, or use the port on which the engine speaks TLS (2376).',
	},
	{
		codes: /^(CERT_|ERR_TLS|.*SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY))/,
		kind: 'protocol',
		message: ({endpoint, words}) => `The certificate of ${endpoint.url} is not accepted: ${words}`,
		brief: 'certificate not accepted',
		hint: () => 'Check ca.pem in DOCKER_CERT_PATH or in the context.',
	},
	{
		codes: /^(ERR_OSSL|ERR_MISSING_PASSPHRASE|ERR_CRYPTO)/,
		kind: 'invalid',
		message: ({endpoint, words}) => `The certificates for ${endpoint.url} cannot be used: ${words}`,
		brief: 'unusable certificates',
		hint: () =>
			'cert.pem and key.pem in DOCKER_CERT_PATH or the context must be a pair in PEM form, the key without a passphrase.',
	},
];

const anythingElse: Explanation = {
	kind: 'protocol',
	message: ({words, what}) => `${words} (${what})`,
	brief: 'unexpected answer',
	hint: ({endpoint}) => `Asked at ${endpoint.url}.`,
};

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
