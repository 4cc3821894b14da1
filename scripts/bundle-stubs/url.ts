// Stands in for node:url inside docker-modem. Its `url.parse` prints a deprecation warning to the
// terminal as soon as the caller is not below node_modules, which a bundle never is.
export {format, URL} from 'node:url';

interface LegacyUrl {
	readonly protocol: string | null;
	readonly hostname: string | null;
	readonly port: string | null;
	readonly pathname: string | null;
	readonly path: string | null;
}

/** The fields that docker-modem reads; a bare host name is a path, as `url.parse` has it. */
export const parse = (text: string): LegacyUrl => {
	const url = URL.parse(text);
	if (!url) return {protocol: null, hostname: null, port: null, pathname: text, path: text};
	return {
		protocol: url.protocol,
		hostname: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port || null,
		pathname: url.pathname,
		path: url.pathname + url.search,
	};
};

export const resolve = (base: string, target: string): string =>
	URL.parse(target, base)?.href ?? target;
