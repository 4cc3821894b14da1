import {EngineError, type EngineErrorKind} from '../../model/engine-error.ts';
import type {Endpoint} from '../endpoint.ts';

/** An answer with a status that is no success, in the engine's words. */
export const statusError = (status: number, body: string, endpoint: Endpoint): EngineError => {
	const message = answerText(status, body);
	if (status === 400 && /HTTP request to an HTTPS server/.test(body))
		return new EngineError('protocol', `${endpoint.url} wants TLS`, {
			hint: 'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.',
		});
	if (status === 400 && /client version .* is too (new|old)/.test(body))
		return new EngineError('unsupported', message, {
			hint: 'The engine and dockmon have no API version in common; update the older one.',
		});
	if (status === 404 && message === 'page not found')
		return new EngineError('unsupported', 'This engine does not offer that');
	const kind = statusKind(status);
	const hint = hints[kind];
	return new EngineError(kind, message, hint === undefined ? {} : {hint});
};

const kinds: Readonly<Record<number, EngineErrorKind>> = {
	400: 'invalid',
	401: 'permission',
	403: 'permission',
	404: 'not-found',
	409: 'conflict',
	501: 'unsupported',
};

const statusKind = (status: number): EngineErrorKind =>
	kinds[status] ?? (status >= 500 ? 'internal' : 'protocol');

const hints: {readonly [K in EngineErrorKind]?: string} = {
	permission: 'A proxy or a plugin in front of the engine forbids this call.',
	internal: 'See the log of the engine, for example `journalctl -u docker`.',
	protocol: 'Is something else than a Docker engine, such as a proxy, behind this endpoint?',
};

const longestMessage = 500;

/** `message` of the JSON answer, the title of a web page, else the text. */
const answerText = (status: number, body: string): string => {
	const text = body.trim();
	if (text === '') return `HTTP ${status} without a word`;
	if (text.startsWith('<')) {
		const title = /<(title|h1)[^>]*>([^<]*)</i.exec(text)?.[2]?.trim();
		return `HTTP ${status}, a web page${title ? `: ${title}` : ''}`;
	}
	return (jsonMessage(text) ?? text).slice(0, longestMessage);
};

const jsonMessage = (text: string): string | undefined => {
	if (!text.startsWith('{')) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		if (typeof parsed !== 'object' || parsed === null || !('message' in parsed)) return undefined;
		return typeof parsed.message === 'string' && parsed.message !== '' ? parsed.message : undefined;
	} catch {
		// Looked like JSON and is not: the text itself is the message.
		return undefined;
	}
};
