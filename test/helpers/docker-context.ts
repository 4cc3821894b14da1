import {createHash} from 'node:crypto';
import {cp, mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

export interface ContextFacts {
	readonly host: string;
	/** With ca.pem, cert.pem and key.pem. */
	readonly certPath: string;
	readonly skipsVerify?: boolean;
}

/** As `docker context create --docker host=…,ca=…,cert=…,key=…` writes it into a folder like `~/.docker`. */
export const writeContext = async (
	folder: string,
	name: string,
	{host, certPath, skipsVerify = false}: ContextFacts,
): Promise<void> => {
	const hash = createHash('sha256').update(name).digest('hex');
	const contexts = join(folder, 'contexts');
	const docker = {Host: host, SkipTLSVerify: skipsVerify};
	await mkdir(join(contexts, 'meta', hash), {recursive: true});
	await writeFile(
		join(contexts, 'meta', hash, 'meta.json'),
		JSON.stringify({Name: name, Metadata: {}, Endpoints: {docker}}),
	);
	await cp(certPath, join(contexts, 'tls', hash, 'docker'), {recursive: true});
};
