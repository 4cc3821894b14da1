import {randomFor} from '../world/random.ts';
import {days, mebi} from '../world/spec.ts';
import type {World} from '../world/world.ts';
import {ApiError} from './api-error.ts';
import {imageIdOf} from './image-id.ts';
import type {Handler} from './router.ts';
import {timeText} from './words.ts';

interface DemoImage {
	readonly name: string;
	readonly id: string;
	readonly createdAtMillis: number;
	readonly sizeBytes: number;
	readonly containerCount: number;
}

/** The images that the containers of the world were made from, newest first. */
export const imagesOf = (world: World): DemoImage[] => {
	const counts = new Map<string, number>();
	for (const {spec} of world.containers) counts.set(spec.image, (counts.get(spec.image) ?? 0) + 1);
	return [...counts]
		.map(([name, containerCount]) => {
			const random = randomFor(`image ${name}`);
			return {
				name,
				id: imageIdOf(name),
				createdAtMillis: imageEpochMillis - random.integer(1, 90 * 24) * (days / 24),
				sizeBytes: random.integer(40 * 1024, 440 * 1024) * (mebi / 1024),
				containerCount,
			};
		})
		.sort((a, b) => b.createdAtMillis - a.createdAtMillis);
};

/** Images have been there before the containers; when exactly does not matter. */
const imageEpochMillis = Date.UTC(2026, 9, 1);

/** `GET /images/json` */
export const listImages: Handler = ({world}, {reply}) => {
	reply.json(
		imagesOf(world).map(image => ({
			Containers: -1,
			Created: Math.floor(image.createdAtMillis / 1000),
			Id: image.id,
			Labels: null,
			ParentId: '',
			RepoDigests: [],
			RepoTags: [image.name],
			SharedSize: -1,
			Size: image.sizeBytes,
		})),
	);
};

/** `GET /images/{name}/json` */
export const inspectImage: Handler = ({world}, {reply}, parameter) => {
	const name = parameter('name');
	const image = imagesOf(world).find(
		one =>
			one.name === name ||
			one.name === `${name}:latest` ||
			one.id === name ||
			(name.length >= 4 && one.id.startsWith(`sha256:${name}`)),
	);
	if (!image) throw new ApiError(404, `No such image: ${name}`);
	const spec = world.containers.find(container => container.spec.image === image.name)?.spec;
	reply.json({
		Id: image.id,
		RepoTags: [image.name],
		RepoDigests: [],
		Parent: '',
		Comment: '',
		Created: timeText(image.createdAtMillis),
		Author: '',
		Config: {
			Env: spec?.env ?? [],
			Cmd: spec?.command ?? [],
			WorkingDir: spec?.workingDirectory ?? '',
			Labels: null,
		},
		Architecture: 'amd64',
		Os: 'linux',
		Size: image.sizeBytes,
		GraphDriver: {Data: null, Name: 'overlay2'},
		RootFS: {Type: 'layers', Layers: [image.id]},
		Metadata: {LastTagTime: timeText(undefined)},
	});
};
