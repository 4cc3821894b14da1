import {execFile} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** A folder as DOCKER_CERT_PATH names it, with ca.pem, cert.pem and key.pem. */
export interface Certificates {
	/** For the engine's side: a certificate for 127.0.0.1, and the authority of its clients. */
	readonly server: {readonly key: string; readonly cert: string; readonly ca: string};
	/** What the engine takes. */
	readonly good: string;
	/** Signed by somebody else. */
	readonly foreign: string;
	/** Was valid until yesterday. */
	readonly expired: string;
	/** The authority alone: no client certificate. */
	readonly none: string;
	/** A good client certificate, and an authority that did not sign the engine's. */
	readonly mistrusting: string;
}

/** What openssl says of itself; undefined where it is not installed. */
export const findOpenssl = async (): Promise<string | undefined> => {
	try {
		return (await run('openssl', ['version'])).stdout.trim();
	} catch {
		return undefined;
	}
};

/** Makes two authorities and what they sign, in a folder of the test. */
export const makeCertificates = async (folder: string): Promise<Certificates> => {
	const ours = await makeAuthority(folder, 'ours');
	const theirs = await makeAuthority(folder, 'theirs');
	const [server, good, foreign, expired] = await Promise.all([
		sign(folder, ours, {name: 'server', days: 2, extensions: 'subjectAltName=IP:127.0.0.1'}),
		sign(folder, ours, {name: 'good', days: 2}),
		sign(folder, theirs, {name: 'foreign', days: 2}),
		sign(folder, ours, {name: 'expired', days: -1}),
	]);
	const asFolder = async (name: string, authority: Pair, client?: Pair): Promise<string> => {
		const path = join(folder, `${name}-certs`);
		await mkdir(path);
		await writeFile(join(path, 'ca.pem'), authority.cert);
		if (client === undefined) return path;
		await writeFile(join(path, 'cert.pem'), client.cert);
		await writeFile(join(path, 'key.pem'), client.key);
		return path;
	};
	return {
		server: {key: server.key, cert: server.cert, ca: ours.cert},
		good: await asFolder('good', ours, good),
		foreign: await asFolder('foreign', ours, foreign),
		expired: await asFolder('expired', ours, expired),
		none: await asFolder('none', ours),
		mistrusting: await asFolder('mistrusting', theirs, good),
	};
};

interface Pair {
	/** Path without the ending. */
	readonly path: string;
	readonly key: string;
	readonly cert: string;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

const makeAuthority = async (folder: string, name: string): Promise<Pair> => {
	const path = join(folder, name);
	const files = ['-keyout', `${path}.key`, '-out', `${path}.pem`];
	await run('openssl', ['req', '-x509', ...newKey, ...files, '-subj', `/CN=${name}`, '-days', '2']);
	return readPair(path);
};

const sign = async (
	folder: string,
	authority: Pair,
	{name, days, extensions}: {name: string; days: number; extensions?: string},
): Promise<Pair> => {
	const path = join(folder, name);
	const files = ['-keyout', `${path}.key`, '-out', `${path}.csr`];
	await run('openssl', ['req', '-new', ...newKey, ...files, '-subj', `/CN=${name}`]);
	await writeFile(`${path}.ext`, extensions ?? '');
	await run('openssl', [
		...['x509', '-req', '-in', `${path}.csr`, '-out', `${path}.pem`, '-days', String(days)],
		...['-CA', `${authority.path}.pem`, '-CAkey', `${authority.path}.key`],
		...['-set_serial', '7', '-extfile', `${path}.ext`],
	]);
	return readPair(path);
};

const readPair = async (path: string): Promise<Pair> => ({
	path,
	key: await readFile(`${path}.key`, 'utf8'),
	cert: await readFile(`${path}.pem`, 'utf8'),
});
