import {randomFor} from '../world/random.ts';
import {days, kibi} from '../world/spec.ts';
import type {World} from '../world/world.ts';
import {ApiError} from './api-error.ts';
import {dataRoot} from './mounts.ts';
import type {Handler} from './router.ts';

/** Each volume that a container of the world mounts, by name. */
const volumesOf = (world: World) => {
	const projects = new Map<string, string | undefined>();
	for (const {mounts = [], compose} of world.specs)
		for (const mount of mounts)
			if (mount.type === 'volume') projects.set(mount.source, compose?.project);
	return [...projects]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([name, project]) => ({
			CreatedAt: `${new Date(world.nowMillis - 30 * days).toISOString().slice(0, 10)}T08:00:00Z`,
			Driver: 'local',
			Labels:
				project === undefined
					? null
					: {
							'com.docker.compose.project': project,
							'com.docker.compose.volume': name.replace(`${project}_`, ''),
						},
			Mountpoint: `${dataRoot}/volumes/${name}/_data`,
			Name: name,
			Options: null,
			Scope: 'local',
		}));
};

/** The same with what `docker system df -v` adds: size, and how many containers mount it. */
export const volumeUsesOf = (world: World) =>
	volumesOf(world).map(volume => ({
		...volume,
		UsageData: {
			Size: randomFor(`volume ${volume.Name}`).integer(kibi, 900 * kibi) * kibi,
			RefCount: world.containers.filter(({spec}) =>
				spec.mounts?.some(({type, source}) => type === 'volume' && source === volume.Name),
			).length,
		},
	}));

/** `GET /volumes` */
export const listVolumes: Handler = ({world}, {reply}) => {
	reply.json({Volumes: volumesOf(world), Warnings: null});
};

/** `GET /volumes/{name}` */
export const inspectVolume: Handler = ({world}, {reply}, parameter) => {
	const volume = volumesOf(world).find(({Name}) => Name === parameter('name'));
	if (!volume) throw new ApiError(404, `get ${parameter('name')}: no such volume`);
	reply.json(volume);
};
