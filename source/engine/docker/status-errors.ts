import {EngineError, type EngineErrorKind} from '../../model/engine-error.ts';
import {known} from '../../model/known.ts';
import type {Endpoint} from '../endpoint.ts';
import {otherEngineHint} from '../unexpected-answer.ts';
import {rawObject, rawWord} from './raw.ts';

/** An answer with a status that is no success, in the engine's words. `asked`: what it answers, such as `GET /info`. */
export const statusError = (
	status: number,
	whole: string,
	endpoint: Endpoint,
	asked: string,
): EngineError => {
	const body = whole.slice(0, longestBody);
	const message = answerText(status, body);
	const head = body.slice(0, searched);
	if (status === 400 && /HTTP request to an HTTPS server/.test(head))
		return new EngineError('protocol', `${endpoint.url} wants TLS`, {
			hint: 'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.',
		});
	if (status === 400 && /client version .* is too (new|old)/.test(head))
		return new EngineError('unsupported', message, {
			hint: 'The engine and dockmon have no API version in common; update the older one.',
		});
	if (status === 404 && missingRoutes.includes(message))
		return new EngineError('unsupported', 'This engine does not offer that');
	const kind = podmanKinds[jsonText(body.trim(), 'cause') ?? ''] ?? statusKind(status);
	if (kind === 'permission')
		return new EngineError(kind, message, {hint: forbiddenHint(asked), isForbidden: true});
	const isOfGateway = status === 502 || status === 504;
	return new EngineError(kind, message, {...known('hint', hints[kind]), isOfGateway});
};

/** Of Docker, of Podman. */
const missingRoutes: readonly string[] = ['page not found', 'Not Found'];

/** Podman answers 500 to much that Docker tells apart, but with a `cause` of a few fixed phrases. */
const podmanKinds: Readonly<Record<string, EngineErrorKind>> = {
	'container state improper': 'conflict',
	// Of changed files, where others say that there is no such container.
	'layer not known': 'not-found',
	'this container is not logging output': 'unsupported',
};

const kinds: Readonly<Record<number, EngineErrorKind>> = {
	400: 'invalid',
	401: 'permission',
	403: 'permission',
	// Of a proxy that lets nothing but GET pass; an engine says 404 to what it does not know.
	405: 'permission',
	404: 'not-found',
	409: 'conflict',
	501: 'unsupported',
};

const statusKind = (status: number): EngineErrorKind =>
	kinds[status] ?? (status >= 500 ? 'internal' : 'protocol');

const hints: {readonly [K in EngineErrorKind]?: string} = {
	internal: 'See the log of the engine, for example `journalctl -u docker`.',
	protocol: otherEngineHint,
};

const anyId = /(?<=\/)(?:sha256(?::|%3A))?[0-9a-f]{64}/;

/** Names the call as one would in the allow list of a proxy. */
const forbiddenHint = (asked: string): string =>
	`A proxy or a plugin in front of the engine forbids this call: ${asked.replace(anyId, '{id}')}.`;

const longestMessage = 500;
/** An engine says less; what is behind it may be a page without an end. */
const longestBody = 64 * 1024;
/** What is looked for stands at the beginning, and the rest may be made to take long. */
const searched = 4096;

/** `message` of the JSON answer, the title of a web page, else the text. */
const answerText = (status: number, body: string): string => {
	const text = body.trim();
	if (text === '') return `HTTP ${status} without a word`;
	if (text.startsWith('<')) {
		const head = text.slice(0, searched);
		const title = /<(title|h1)[^>]{0,200}>([^<]{0,500})</i.exec(head)?.[2]?.trim();
		return `HTTP ${status}, a web page${title ? `: ${title}` : ''}`;
	}
	return (jsonText(text, 'message') ?? text).slice(0, longestMessage);
};

/** A field of the JSON answer, where it is one and has it. */
const jsonText = (body: string, field: 'message' | 'cause'): string | undefined => {
	if (!body.startsWith('{')) return undefined;
	try {
		return rawWord(rawObject(JSON.parse(body))[field]);
	} catch {
		// Looked like JSON and is not: the text itself is the message.
		return undefined;
	}
};
