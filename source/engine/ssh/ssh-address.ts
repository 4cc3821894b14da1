import {EngineError} from '../../model/engine-error.ts';

/** Where ssh goes, and what it shall reach there. What is undefined is left to ssh's configuration. */
export interface SshAddress {
	readonly user?: string;
	/** A host name, an address, or an alias of ssh's configuration. */
	readonly host: string;
	readonly port?: number;
	/** Path of the engine's socket on that machine. */
	readonly remoteSocket: string;
}

const dockerSocket = '/var/run/docker.sock';

/**
 * Configurations of ssh hand user and host to a shell (`ProxyCommand`, `Match exec`), and a name that
 * begins with `-` would be an option. An address may come from a file of somebody else.
 */
const dangerous = /^-|[\s\p{Cc}'"`$\\;&<>|(){}]/u;
/** A login of Windows is `DOMAIN\name`. */
const dangerousUser = /^-|[\s\p{Cc}'"`$;&<>|(){}:]|\\$/u;
/** ssh expands `%`, `$` and `\` in paths, and parts them at `:`. */
export const plainPath = /^\/[\w.@+=,~/-]*$/;

/** Reads what follows `ssh://`: `[user@]host[:port][/remote/socket]`. Throws `invalid`. */
export const parseSshAddress = (rest: string): {url: string; address: SshAddress} => {
	const [, user, shownHost = '', port, path = ''] = urlParts.exec(rest) ?? [];
	const host = shownHost.replace(/^\[|\]$/g, '');
	const reason = whyBad({user, host, port, path});
	if (reason !== undefined) throw badAddress(rest, reason);
	const remoteSocket = path.replace(/\/+$/, '');
	const login = user === undefined ? shownHost : `${user}@${shownHost}`;
	return {
		url: `ssh://${login}${port === undefined ? '' : `:${port}`}${remoteSocket}`,
		address: {
			host,
			...(user !== undefined && {user}),
			...(port !== undefined && {port: Number(port)}),
			remoteSocket: remoteSocket || dockerSocket,
		},
	};
};

interface UrlParts {
	readonly user: string | undefined;
	readonly host: string;
	readonly port: string | undefined;
	readonly path: string;
}

/** User, host (an IPv6 address in brackets), port, path. */
const urlParts = /^(?:([^/]*)@)?(\[[^\]/@]+\]|[^/@:[\]]*)(?::([^/]*))?(\/.*)?$/;

const whyBad = ({user, host, port, path}: UrlParts): string | undefined => {
	if (user?.includes(':')) return 'no password can be given';
	if (user === '' || dangerousUser.test(user ?? 'nobody')) return 'ssh takes no such user';
	if (host === '' || dangerous.test(host)) return 'ssh takes no such host';
	if (port !== undefined && !isPort(port)) return `${port} is no port`;
	if (path !== '' && !plainPath.test(path)) return 'ssh takes no such path of a socket';
	return undefined;
};

const isPort = (text: string): boolean =>
	/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** A password must not get into messages. */
const badAddress = (rest: string, reason: string): EngineError =>
	new EngineError(
		'invalid',
		`Not the address of an engine: ssh://${rest.replace(/:.*@/, ':…@')} (${reason})`,
		{hint: 'Examples: ssh://web-1, ssh://ann@web-1:2222/run/user/1000/docker.sock'},
	);
