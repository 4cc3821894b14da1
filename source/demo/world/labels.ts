import {imageIdOf} from './images.ts';
import {hexFor} from './random.ts';
import type {ContainerSpec} from './spec.ts';

/** The labels of a container, those of Compose v2 included. */
export const labelsOf = (spec: ContainerSpec): Readonly<Record<string, string>> => ({
	...spec.labels,
	...composeLabels(spec),
});

const composeLabels = ({compose, image}: ContainerSpec): Readonly<Record<string, string>> => {
	if (!compose) return {};
	return {
		'com.docker.compose.project': compose.project,
		'com.docker.compose.service': compose.service,
		'com.docker.compose.container-number': String(compose.number),
		'com.docker.compose.oneoff': compose.oneOff ? 'True' : 'False',
		'com.docker.compose.config-hash': configHashOf(`${compose.project} ${compose.service}`),
		'com.docker.compose.depends_on': (compose.dependsOn ?? []).join(','),
		'com.docker.compose.image': imageIdOf(image),
		'com.docker.compose.project.config_files': `/srv/${compose.project}/compose.yaml`,
		'com.docker.compose.project.working_dir': `/srv/${compose.project}`,
		'com.docker.compose.version': '2.29.7',
	};
};

/** Kept by service, of which all containers have the same. */
const configHashOf = (service: string): string => {
	const hash = configHashes.get(service) ?? hexFor(`config ${service}`);
	configHashes.set(service, hash);
	return hash;
};

const configHashes = new Map<string, string>();
