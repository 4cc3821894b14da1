import {EngineError} from '../model/engine-error.ts';
import type {TextFiles} from './endpoint-files.ts';

/** What a TLS connection to an engine needs; PEM text. */
export interface TlsMaterial {
	/** Undefined: the authorities that Node trusts. */
	readonly ca?: string;
	readonly cert?: string;
	readonly key?: string;
	/** False: any certificate of the engine is taken. */
	readonly verify: boolean;
}

/**
 * TLS as the environment asks for it, like docker's CLI: DOCKER_TLS_VERIFY (checked) or DOCKER_TLS
 * (unchecked), with the files of DOCKER_CERT_PATH or of the configuration folder. Undefined when
 * neither is set.
 */
export const environmentTls = async (
	env: Readonly<Record<string, string | undefined>>,
	dockerDirectory: string,
	files: TextFiles,
): Promise<TlsMaterial | undefined> => {
	const verify = Boolean(env['DOCKER_TLS_VERIFY']);
	if (!verify && !env['DOCKER_TLS']) return undefined;
	const certPath = env['DOCKER_CERT_PATH'];
	const material = await readTlsFolder(certPath || dockerDirectory, verify, files);
	if (certPath && !material)
		throw new EngineError('invalid', `No ca.pem, cert.pem or key.pem in ${certPath}`, {
			hint: 'DOCKER_CERT_PATH must name the folder with the certificates, or be unset.',
		});
	return material ?? {verify};
};

/** Undefined when the folder holds none of the three files. */
export const readTlsFolder = async (
	folder: string,
	verify: boolean,
	files: TextFiles,
): Promise<TlsMaterial | undefined> => {
	const [ca, cert, key] = await Promise.all(
		['ca.pem', 'cert.pem', 'key.pem'].map(name => files.readText(`${folder}/${name}`)),
	);
	if (ca === undefined && cert === undefined && key === undefined) return undefined;
	if ((cert === undefined) !== (key === undefined))
		throw new EngineError(
			'invalid',
			`${folder} holds only ${cert === undefined ? 'key.pem' : 'cert.pem'} of the pair cert.pem and key.pem`,
			{hint: 'A client certificate needs both files.'},
		);
	return {
		...(ca !== undefined && {ca}),
		...(cert !== undefined && {cert}),
		...(key !== undefined && {key}),
		verify,
	};
};
