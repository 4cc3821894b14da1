import type {Container, Port} from './container.ts';

const tlsPorts: ReadonlySet<number> = new Set([443, 8443, 9443]);
const everyAddress: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);
const loopback = /^(?:127\.|::1$|localhost$)/;

/** A published port with the address under which it is reached from here. */
export interface PortUrl {
	readonly port: Port;
	readonly publicPort: number;
	/** Made of numbers and the address of the engine alone. */
	readonly url: string;
	/** Why it cannot be reached from here, in words. */
	readonly problem?: string;
}

/** The published ports that a browser may speak to, each once. `endpointUrl`: how the engine is reached. */
export const portUrls = (
	{ports}: Pick<Container, 'ports'>,
	endpointUrl: string,
): readonly PortUrl[] => {
	const remote = remoteHost(endpointUrl);
	const byPort = new Map<number, PortUrl>();
	for (const port of ports) {
		const {publicPort, protocol, ip = ''} = port;
		if (publicPort === undefined || protocol !== 'tcp') continue;
		const made = urlOf(port, publicPort, ip, remote);
		const before = byPort.get(publicPort);
		// Published for both families, it is one port.
		if (before === undefined || (before.problem !== undefined && made.problem === undefined))
			byPort.set(publicPort, made);
	}
	return [...byPort.values()].toSorted((a, b) => a.publicPort - b.publicPort);
};

const urlOf = (port: Port, publicPort: number, ip: string, remote: string | undefined): PortUrl => {
	const scheme = tlsPorts.has(port.privatePort) || tlsPorts.has(publicPort) ? 'https' : 'http';
	const host = everyAddress.has(ip) ? (remote ?? '127.0.0.1') : inUrl(ip);
	const url = `${scheme}://${host}:${publicPort}/`;
	return remote !== undefined && loopback.test(ip)
		? {port, publicPort, url, problem: "only the engine's machine reaches it"}
		: {port, publicPort, url};
};

const inUrl = (ip: string): string =>
	/^[\da-f:]+$/i.test(ip) && ip.includes(':') ? `[${ip}]` : /^[\d.]+$/.test(ip) ? ip : '127.0.0.1';

/** The machine of the engine; undefined for this one. */
const remoteHost = (endpointUrl: string): string | undefined => {
	const [, host] =
		/^(?:tcp|ssh|https?):\/\/(?:[^@/]*@)?(\[[\da-fA-F:]+\]|[\w.-]+)/.exec(endpointUrl) ?? [];
	return host === undefined || loopback.test(host.replace(/^\[|\]$/g, '')) ? undefined : host;
};
