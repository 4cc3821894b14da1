import {imageIdOf} from './images.ts';
import {hexFor} from './random.ts';
import type {ContainerSpec} from './spec.ts';

/** The labels of a container, those of Compose v2 included. */
export const labelsOf = (spec: ContainerSpec): Readonly<Record<string, string>> => {
	const known = labels.get(spec);
	if (known) return known;
	const made = {...spec.labels, ...composeLabels(spec)};
	labels.set(spec, made);
	return made;
};

const labels = new WeakMap<ContainerSpec, Readonly<Record<string, string>>>();

const composeLabels = ({compose, image}: ContainerSpec): Record<string, string> => {
	if (!compose) return {};
	const prefix = 'com.docker.compose';
	return {
		[`${prefix}.project`]: compose.project,
		[`${prefix}.service`]: compose.service,
		[`${prefix}.container-number`]: String(compose.number),
		[`${prefix}.oneoff`]: 'False',
		[`${prefix}.config-hash`]: hexFor(`config ${compose.project} ${compose.service}`),
		[`${prefix}.depends_on`]: (compose.dependsOn ?? []).join(','),
		[`${prefix}.image`]: imageIdOf(image),
		[`${prefix}.project.config_files`]: `/srv/${compose.project}/compose.yaml`,
		[`${prefix}.project.working_dir`]: `/srv/${compose.project}`,
		[`${prefix}.version`]: '2.29.7',
	};
};
