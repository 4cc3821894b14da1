import type {ContainerSpec} from '../world/spec.ts';

/** Where the engine keeps its things. */
export const dataRoot = '/var/lib/docker';

/** `Mounts` of list and inspect. */
export const mountsOf = (spec: ContainerSpec) =>
	(spec.mounts ?? []).map(({type, source, target, readOnly = false}) =>
		type === 'volume'
			? {
					Type: 'volume',
					Name: source,
					Source: `${dataRoot}/volumes/${source}/_data`,
					Destination: target,
					Driver: 'local',
					Mode: 'z',
					RW: !readOnly,
					Propagation: '',
				}
			: {
					Type: 'bind',
					Source: source,
					Destination: target,
					Mode: readOnly ? 'ro' : 'rw',
					RW: !readOnly,
					Propagation: 'rprivate',
				},
	);
